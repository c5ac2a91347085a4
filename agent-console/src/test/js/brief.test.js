import assert from 'node:assert/strict'
import { test } from 'node:test'
import { briefText, factsOf, moodLine, openPromise, promiseInWords, whoInWords } from '../../main/resources/static/console/models/brief.js'
import de from '../../main/resources/static/console/words/de.js'
import en from '../../main/resources/static/console/words/en.js'

const at = '2026-11-23T09:00:00Z'
const now = Date.parse(at)
const due = '2026-11-23T11:00:00Z'
const brief = {
  goal: 'Beschädigt angekommen',
  facts: [{ fact: 'matter', value: 'Beschädigt angekommen', before: null, confirmed: true }, { fact: 'order_number', value: 'LH-2', before: 'LH-1', confirmed: false }],
  words: [{ seq: 1, text: 'Der Tisch kam\nkaputt an', at }],
  tried: [{ seq: 3, about: 'Bestellstatus', text: 'Ihre Bestellung ist unterwegs.', at }],
  misunderstood: 2,
  mood: { value: -0.7, words: ['Frechheit'], curve: [0, -0.7] },
  why: [{ reason: 'complaint', rule: 'complaint', words: ['kaputt'], at }],
  passed: [{ agent: 'ana', note: 'ist nett', at }],
  promises: [{ id: 'a', due, what: 'callback', state: 'broken' }, { id: 'b', due, what: 'answer', state: 'open' }],
}
const context = { brief, contact: { name: 'Mia', email: 'mia@x.example', tier: 'gold', since: '2024-03-01T00:00:00Z' }, orders: [{ number: 'LH-2' }],
  earlier: [{ id: 'e', openedAt: '2026-01-02T12:00:00Z', channel: 'web', outcome: 'SolvedByAgent', about: 'Rückgabe', lastText: 'Danke' }] }

test('the plain text has everything, in the order in which it is read', () => {
  const text = briefText(context, de, 'de', now)
  const parts = ['Mia – Beschädigt angekommen', 'gold', '1 Bestellung', 'mia@x.example', 'LH-2 (nicht LH-1)', 'vom Kunden bestätigt', '„Der Tisch kam kaputt an“',
    'Beschwert sich „kaputt“', 'Bestellstatus: Ihre Bestellung ist unterwegs.', '2-mal', 'sehr verärgert, Frechheit', 'nicht gehalten', 'Antwort bis', 'ist nett', 'Rückgabe – Gelöst']
  let from = 0
  for (const part of parts) {
    const place = text.indexOf(part, from)
    assert.ok(place >= 0, `${part} is missing after place ${from} of:\n${text}`)
    from = place
  }
})

test('of a conversation without a story little is said', () => {
  const empty = { brief: { goal: null, facts: [], words: [], tried: [], misunderstood: 0, mood: { value: 0, words: [], curve: [] }, why: [], passed: [], promises: [] },
    contact: { name: 'Mia' }, orders: [], earlier: [] }
  assert.equal(briefText(empty, en, 'en', now), 'Mia – Not known yet what it is about\nWho: first conversation')
})

test('the matter is a fact of its own only once it was put right', () => {
  assert.deepEqual(factsOf(brief).map(({ fact }) => fact), ['order_number'])
  assert.equal(factsOf({ facts: [{ fact: 'matter', value: 'x', before: 'y' }] }).length, 1)
})

test('the open promise is the one that counts', () => {
  assert.equal(openPromise(brief).id, 'b')
  assert.equal(openPromise({ promises: [] }), null)
  assert.match(promiseInWords(brief.promises[0], en, 'en', now), /^Call .* not kept$/)
})

test('the mood is a line only when there is a way from one turn to the next', () => {
  assert.equal(moodLine([-0.5]), '')
  assert.equal(moodLine([0, -1]), '0,2 100,18')
})

test('who they are fits into one line', () => {
  assert.equal(whoInWords({ contact: {}, orders: [], earlier: [] }, de, 'de'), 'erstes Gespräch')
})
