import assert from 'node:assert/strict'
import { test } from 'node:test'
import { revised, timeline } from '../../main/resources/static/console/models/timeline.js'
import { delivery, EMPTY, failuresOf, insert, merge, newerThan, olderFrom } from '../../main/resources/static/console/models/thread.js'

const said = (seq, kind = 'contact', agent) => ({ seq, kind: 'message', author: { kind, agent }, text: String(seq), at: '2026-01-01T10:00:00Z' })
const frame = (seq, prev = seq - 1) => ({ seq, prev, event: said(seq) })
const seqs = thread => thread.events.map(({ seq }) => seq)
const upTo = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => said(from + index))

test('the next event is appended', () => {
  const { thread, gap } = insert(merge(null, upTo(1, 3)), frame(4))
  assert.deepEqual([seqs(thread), thread.lastSeq, gap], [[1, 2, 3, 4], 4, false])
})

test('the first event may name nothing before it', () => {
  assert.equal(insert(EMPTY, frame(1, null)).thread.lastSeq, 1)
  assert.equal(insert(EMPTY, frame(1, 0)).thread.lastSeq, 1)
})

test('an event that came twice is shown once', () => {
  const thread = merge(null, upTo(1, 3))
  assert.equal(insert(thread, frame(3)).thread, thread)
  assert.equal(insert(thread, frame(1)).thread, thread)
})

test('a hole is reported and nothing is shown beyond it', () => {
  const thread = merge(null, upTo(1, 3))
  const result = insert(thread, frame(6))
  assert.equal(result.gap, true)
  assert.equal(result.thread, thread)
})

test('after the hole was asked for, everything stands in order', () => {
  let thread = merge(null, upTo(1, 3))
  for (const seq of [4, 5, 6, 6, 5]) thread = insert(thread, frame(seq)).thread
  assert.deepEqual(seqs(thread), [1, 2, 3, 4, 5, 6])
})

test('pages join without doubles, in any order', () => {
  const thread = merge(null, upTo(5, 8))
  assert.deepEqual(seqs(merge(thread, [said(9), said(7), said(8)])), [5, 6, 7, 8, 9])
  assert.deepEqual(seqs(merge(thread, upTo(2, 5))), [2, 3, 4, 5, 6, 7, 8])
  assert.equal(merge(thread, upTo(5, 8)), thread)
})

test('an older page that does not touch the thread is left out', () => {
  const thread = merge(null, upTo(10, 12))
  assert.equal(merge(thread, upTo(1, 5)), thread)
})

test('a page beyond a hole replaces the thread', () => {
  assert.deepEqual(seqs(merge(merge(null, upTo(1, 3)), upTo(300, 302))), [300, 301, 302])
})

test('older events are asked for until the first one is there', () => {
  assert.equal(olderFrom(merge(null, upTo(1, 3))), null)
  assert.equal(olderFrom(merge(null, upTo(251, 253))), 50)
  assert.equal(olderFrom(merge(null, upTo(12, 13))), 0)
  assert.equal(olderFrom(EMPTY), null)
})

test('what others wrote since the draft began counts, my own does not', () => {
  const thread = merge(null, [said(1), said(2), said(3, 'bot'), said(4, 'agent', 'ana'), said(5, 'agent', 'ben'), { seq: 6, kind: 'note' }])
  assert.deepEqual(newerThan(thread, 1, 'ana').map(({ seq }) => seq), [2, 5])
})

test('a message goes from sent to received to read', () => {
  const none = new Map()
  assert.equal(delivery(said(5), undefined, none).state, 'sent')
  assert.equal(delivery(said(5), { delivered: 5, read: 4 }, none).state, 'received')
  assert.equal(delivery(said(5), { delivered: 5, read: 5 }, none).state, 'read')
})

test('what was not delivered is never shown as sent', () => {
  const failures = failuresOf([{ seq: 6, kind: 'sendFailed', message: 5, class: 'WindowClosed', reason: 'window closed' }])
  assert.deepEqual(delivery(said(5), { delivered: 9, read: 9 }, failures), { state: 'failed', reason: 'window closed' })
})

test('what arrived after all is no failure', () => {
  const failures = failuresOf([{ seq: 6, kind: 'sendFailed', message: 5, class: 'ambiguous' }, { seq: 7, kind: 'sendFailed', message: 4, class: 'invalid' },
    { seq: 8, kind: 'sendConfirmed', message: 5 }])
  assert.deepEqual([...failures.keys()], [4])
})

test('a changed message says what it says now, and what it said before', () => {
  const events = [said(1), { seq: 2, kind: 'edited', message: 1, before: 'Halo', text: 'Hallo', at: said(1).at },
    { seq: 3, kind: 'edited', message: 1, before: 'Hallo', text: 'Hallo!', at: said(1).at }]
  const [message] = revised(events)
  assert.deepEqual([message.text, message.earlier], ['Hallo!', ['Halo', 'Hallo']])
  assert.deepEqual(timeline(events, Date.parse(said(1).at), 'de').map(({ type }) => type), ['day', 'message', 'line', 'line'])
})

test('nothing is left of what was taken back, not even in what was said of its changes', () => {
  const file = { id: 'f', name: 'beleg.pdf' }
  const events = [{ ...said(1), attachments: [file] }, said(2), { seq: 3, kind: 'edited', message: 1, before: '1', text: 'secret', at: said(1).at },
    { seq: 4, kind: 'messageWithdrawn', message: 1, at: said(1).at }]
  const after = revised(events)
  assert.deepEqual(after.map(({ seq }) => seq), [1, 2, 4])
  assert.deepEqual([after[0].text, after[0].attachments, after[0].withdrawn, after[0].earlier], ['', [], true, undefined])
  assert.equal(after[1].text, '2')
})
