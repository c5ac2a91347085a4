import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayLabel, dayOf, deskView } from '../../main/resources/static/widget/models/texts.js'
import de from '../../main/resources/static/widget/words/de.js'
import en from '../../main/resources/static/widget/words/en.js'
import files from '../../main/resources/static/widget/words/files.js'

const shape = value => {
  if (typeof value === 'function') return `function of ${value.length}`
  if (Array.isArray(value)) return value.map(shape)
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)])) : typeof value
}
const empty = value => typeof value === 'object' ? Object.values(value).some(empty) : value === ''
const view = (more, words = de) => deskView({ stage: { name: 'withBot' }, desk: null, asked: false, words, now: NOW, ...more })
const NOW = new Date(2026, 10, 22, 12, 0)

test('both languages say the same things', () => {
  assert.deepEqual(shape(de), shape(en))
  assert.deepEqual(shape(files.de), shape(files.en))
  assert.equal(empty(de) || empty(en) || empty(files), false)
})

test('the starters ask for the same things in both languages', () => {
  assert.deepEqual(de.starters.map(({ payload }) => payload), en.starters.map(({ payload }) => payload))
})

test('a bot is called a bot under any name', () => {
  assert.match(de.botTitle('Linda'), /bot/i)
  assert.match(en.botTitle('Linda'), /bot/i)
})

test('days are called by what they are to the reader', () => {
  assert.equal(dayLabel(new Date(2026, 10, 22, 0, 1), NOW, de), 'Heute')
  assert.equal(dayLabel(new Date(2026, 10, 21, 23, 59), NOW, en), 'Yesterday')
  assert.equal(dayLabel(new Date(2026, 10, 20), NOW, de), 'Freitag, 20. November')
  assert.match(dayLabel(new Date(2025, 10, 20), NOW, de), /2025/)
  assert.notEqual(dayOf(new Date(2026, 10, 21, 23, 59)), dayOf(NOW))
  assert.equal(dayOf(new Date(2026, 10, 22, 23, 59)), dayOf(NOW))
})

test('a due time names the day unless it is today', () => {
  const due = (...time) => view({ stage: { name: 'promised', due: new Date(2026, 10, ...time) } }).detail
  assert.equal(due(22, 16, 30), 'heute bis 16:30 Uhr')
  assert.equal(due(23, 9, 0), 'bis Montag, 23. November, 09:00 Uhr')
})

test('the human button tells the wait', () => {
  const open = { available: true, waiting: 2, position: null, waitMinutes: { from: 1, to: 3 } }
  assert.deepEqual(view({ desk: open }), { mode: 'offer', title: de.human, detail: 'etwa 1–3 Min.' })
  assert.equal(view({ desk: { ...open, waitMinutes: { from: 0, to: 1 } } }).detail, 'unter 1 Min.')
  assert.equal(view({ desk: { ...open, waitMinutes: { from: 5, to: 5 } } }).detail, 'etwa 5 Min.')
  assert.equal(view({ desk: { ...open, waitMinutes: null } }).detail, de.somebodyThere)
  assert.equal(view({ desk: { ...open, available: false } }).detail, de.nobodyThere)
  assert.equal(view({}).detail, '')
})

test('after the wish the place in the queue takes the button\'s place', () => {
  const stage = { name: 'waiting' }
  assert.equal(view({ asked: true }).mode, 'asked')
  assert.equal(view({ stage, desk: { position: 2, waitMinutes: { from: 1, to: 3 } } }).detail, 'Platz 2, etwa 1–3 Min.')
  assert.equal(view({ stage, desk: { position: null, waitMinutes: null } }).detail, de.soon)
})

test('an agent is named, a promise has its time', () => {
  assert.equal(view({ stage: { name: 'withAgent', agent: 'Ana' } }).title, 'Sie sprechen mit Ana')
  assert.equal(view({ stage: { name: 'withAgent' } }, en).title, 'You are talking to Our team')
  assert.equal(view({ stage: { name: 'promised', due: new Date(2026, 10, 22, 16, 0) } }).detail, 'heute bis 16:00 Uhr')
})

test('when it is over the button is back', () => {
  assert.equal(view({ stage: { name: 'resolved' } }).mode, 'offer')
})
