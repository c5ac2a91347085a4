import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ago, date, dayName, duration, until } from '../../main/resources/static/console/models/time.js'

const MINUTE = 60_000
const now = Date.parse('2026-07-24T12:00:00Z')
const at = minutes => new Date(now + minutes * MINUTE).toISOString()

test('a length of time is said in words', () => {
  assert.equal(duration(20_000, 'de'), '< 1 min')
  assert.equal(duration(4 * MINUTE, 'de'), '4 min')
  assert.equal(duration(80 * MINUTE, 'en'), '1 h 20 min')
  assert.equal(duration(120 * MINUTE, 'de'), '2 h')
  assert.equal(duration(3 * 1440 * MINUTE, 'de'), '3 Tage')
  assert.equal(duration(1440 * MINUTE, 'en'), '1 day')
})

test('a clock that runs behind never counts below zero', () => assert.equal(duration(-5 * MINUTE, 'en'), '< 1 min'))

test('the past is said with the right case', () => {
  assert.equal(ago(at(0), now, 'de'), 'gerade eben')
  assert.equal(ago(at(-4), now, 'de'), 'vor 4 min')
  assert.equal(ago(at(-3 * 1440), now, 'de'), 'vor 3 Tagen')
  assert.equal(ago(at(-90), now, 'en'), '1 h 30 min ago')
})

test('a due time says how much is left or how late it is', () => {
  assert.equal(until(at(20), now, 'de'), 'in 20 min')
  assert.equal(until(at(-5), now, 'de'), '5 min überfällig')
  assert.equal(until(at(-5), now, 'en'), '5 min overdue')
})

test('days have names', () => {
  assert.equal(dayName(at(0), now, 'de'), 'Heute')
  assert.equal(dayName(at(-1440), now, 'en'), 'Yesterday')
  assert.match(dayName(at(-5 * 1440), now, 'de'), /19\. Juli/)
})

test('a calendar day stays the same day, and nonsense stays readable', () => {
  assert.equal(date('2026-07-01', 'en'), '1 Jul 2026')
  assert.equal(date('soon', 'en'), 'soon')
})
