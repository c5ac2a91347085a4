import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, allowed, furtherCursors, understanding } from '../../main/resources/static/console/models/context.js'
import { lineOf } from '../../main/resources/static/console/models/lines.js'
import { agentName, initials, plainName } from '../../main/resources/static/console/models/names.js'
import { reasonInWords } from '../../main/resources/static/console/models/reasons.js'
import { timeline } from '../../main/resources/static/console/models/timeline.js'
import { moodWord, summary } from '../../main/resources/static/console/models/turns.js'
import de from '../../main/resources/static/console/words/de.js'
import en from '../../main/resources/static/console/words/en.js'

const brief = { goal: null, facts: [], words: [], tried: [], misunderstood: 0, mood: { value: 0, words: [], curve: [] }, why: [], passed: [], promises: [] }
const context = { conversation: { id: 'c', stage: 'withBot', agent: null, lastSeq: 3 }, contact: { name: 'Mia' }, brief }
const at = '2026-01-01T10:00:00Z'

test('the stage follows the events', () => {
  const waiting = after(context, { seq: 4, kind: 'handoff', reason: 'legal', rule: 'legal', words: ['Anwalt'], at })
  assert.deepEqual([waiting.conversation.stage, waiting.brief.why[0].words], ['waiting', ['Anwalt']])
  const mine = after(waiting, { seq: 5, kind: 'joined', agent: 'ana', at })
  assert.deepEqual([mine.conversation.stage, mine.conversation.agent], ['withAgent', 'ana'])
  assert.equal(after(mine, { seq: 6, kind: 'transferred', from: 'ana', to: 'ben', at }).conversation.agent, 'ben')
  assert.equal(after(mine, { seq: 6, kind: 'requeued', from: 'ana', cause: 'absent', at }).conversation.stage, 'waiting')
  assert.equal(after(mine, { seq: 6, kind: 'returned', agent: 'ana', at }).conversation.stage, 'withBot')
  assert.equal(after(mine, { seq: 6, kind: 'resolved', outcome: 'Spam', at }).conversation.stage, 'resolved')
})

test('an event that the context already knows changes nothing', () => {
  assert.equal(after(context, { seq: 3, kind: 'resolved', outcome: 'Spam', at }), context)
})

test('an unknown event only moves the number', () => {
  const next = after(context, { seq: 4, kind: 'somethingNew', at })
  assert.deepEqual([next.conversation.stage, next.conversation.lastSeq], ['withBot', 4])
})

test('asking again keeps the reason and the time of the wait', () => {
  const waiting = after(context, { seq: 4, kind: 'handoff', reason: 'legal', rule: 'legal', words: [], at })
  const again = after(waiting, { seq: 5, kind: 'handoff', reason: 'human_wish', rule: 'human_wish', words: ['Mensch'], at: '2026-01-01T11:00:00Z' })
  assert.deepEqual(again.brief.why.map(({ rule }) => rule), ['legal', 'human_wish'])
  assert.equal(again.conversation.since, at)
})

test('what the customer writes while waiting is in the brief at once, what they write to a person is not', () => {
  const said = { seq: 4, kind: 'message', author: { kind: 'contact' }, text: 'Ein Bein fehlt', at }
  assert.deepEqual(after(context, said).brief.words.map(({ text }) => text), ['Ein Bein fehlt'])
  const mine = after(context, { seq: 4, kind: 'joined', agent: 'ana', at })
  assert.deepEqual(after(mine, { ...said, seq: 5 }).brief.words, [])
})

test('a new promise takes the place of the open one, until it is kept', () => {
  const answer = after(context, { seq: 4, kind: 'promise', id: 'a', due: at, what: 'answer', at })
  const call = after(answer, { seq: 5, kind: 'promise', id: 'b', due: at, what: 'callback', at })
  assert.deepEqual(call.brief.promises.map(({ id, state }) => [id, state]), [['b', 'open']])
  assert.deepEqual(after(call, { seq: 6, kind: 'promiseKept', id: 'b', at }).brief.promises.map(({ state }) => state), ['kept'])
})

test('a detail arrives beside what was known', () => {
  assert.equal(after(context, { seq: 4, kind: 'detail', field: 'email', value: 'm@x.example', at }).contact.email, 'm@x.example')
})

test('receipts never go back', () => {
  assert.deepEqual(furtherCursors({ delivered: 9, read: 4 }, { delivered: 7, read: 5 }), { delivered: 9, read: 5 })
})

test('one claims what nobody has, and acts on what is mine', () => {
  assert.deepEqual(allowed({ stage: 'waiting' }, 'ana'), { mine: false, claim: true, stepIn: false, followUp: false })
  assert.equal(allowed({ stage: 'withAgent', agent: 'ben' }, 'ana').claim, false)
  assert.equal(allowed({ stage: 'withAgent', agent: 'ana' }, 'ana').mine, true)
  assert.equal(allowed({ stage: 'withBot' }, 'ana').stepIn, true)
})

test('the last turn with candidates is what the bot understood', () => {
  const events = [{ seq: 1, kind: 'turn', candidates: [{ intent: 'x' }] }, { seq: 2, kind: 'turn', candidates: [] }]
  assert.equal(understanding(events).best.seq, 1)
  assert.equal(understanding(events).last.seq, 2)
  assert.equal(understanding([]).best, null)
})

test('a turn is one line', () => {
  const turn = { candidates: [{ intent: 'order_status', title: 'Bestellstatus', probability: 0.931 }], humanWish: false }
  assert.equal(summary(turn, de, 'de').replace(/\s/g, ' '), 'verstanden: Bestellstatus 93 %')
  assert.equal(summary({ candidates: [], humanWish: true }, en, 'en'), 'understood: wish for a human')
  assert.equal(summary({ candidates: [], humanWish: 0.1 }, de, 'de'), 'nicht sicher verstanden')
})

test('mood is a word', () => {
  assert.equal(moodWord(-0.9, de.moodWords), 'sehr verärgert')
  assert.equal(moodWord(0, de.moodWords), 'sachlich')
  assert.equal(moodWord(1, en.moodWords), 'very friendly')
  assert.equal(moodWord(null, en.moodWords), null)
})

test('messages of one voice stand together, unknown events stay silent', () => {
  const said = (seq, kind, minute) => ({ seq, kind: 'message', author: { kind }, at: new Date(Date.parse(at) + minute * 60_000).toISOString() })
  const items = timeline([said(1, 'contact', 0), said(2, 'contact', 1), { seq: 3, kind: 'unheardOf', at }, said(4, 'bot', 2), said(5, 'bot', 30)], Date.parse(at), 'de')
  assert.deepEqual(items.map(({ type }) => type), ['day', 'message', 'message', 'message', 'message'])
  assert.deepEqual(items.slice(1).map(({ first }) => first), [true, false, true, true])
})

test('events are told by name', () => {
  const nameOf = account => ({ ana: 'Ana', ben: 'Ben' })[account] ?? ''
  assert.equal(lineOf({ kind: 'transferred', from: 'ana', to: 'ben' }, de, 'de', nameOf).text, 'Ana hat an Ben weitergegeben')
  assert.equal(lineOf({ kind: 'resolved', outcome: 'SolvedByAgent' }, en, 'en', nameOf).text, 'Resolved: Solved')
  assert.equal(lineOf({ kind: 'fact', field: 'order_number', before: 'LH-1', value: 'LH-2' }, de, 'de', nameOf).text, 'Bestellnummer berichtigt: LH-1 → LH-2')
  assert.equal(lineOf({ kind: 'fact', field: 'order_number', before: null, value: 'LH-2' }, en, 'en', nameOf).text, 'Order number added: LH-2')
  assert.match(lineOf({ kind: 'reach', reachable: false }, de, 'de', nameOf).text, /blockiert/)
  assert.match(lineOf({ kind: 'reach', reachable: true }, en, 'en', nameOf).text, /again/)
  assert.match(lineOf({ kind: 'elsewhere', elsewhere: true }, de, 'de', nameOf).text, /Posteingang von Meta bedient/)
  assert.match(lineOf({ kind: 'elsewhere', elsewhere: false, agent: 'ana' }, en, 'en', nameOf).text, /^Ana took/)
  assert.match(lineOf({ kind: 'elsewhere', elsewhere: false, agent: null }, en, 'en', nameOf).text, /^Came back/)
  assert.match(lineOf({ kind: 'handoff', reason: 'human_wish', words: [] }, de, 'de', nameOf).text, /Menschen/)
})

test('a reason of the operators speaks for itself', () => {
  assert.equal(reasonInWords('vip_invoice', 'de'), 'vip_invoice')
  assert.equal(reasonInWords('constructor', 'de'), 'constructor')
  assert.equal(reasonInWords(null, 'de'), '')
})

test('names are one line without control characters', () => {
  assert.equal(plainName('a\u202Egpj.exe\n\u0000b'), 'a gpj.exe b')
  assert.equal(plainName('   '), '?')
  assert.equal(plainName('<script>'), '<script>')
  assert.equal(initials('Ana Berger'), 'AB')
  assert.equal(agentName('ben', { name: 'ana' }, { colleagues: [{ name: 'ben', displayName: 'Ben O.' }] }), 'Ben O.')
})
