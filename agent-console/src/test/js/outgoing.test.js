import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyWritten, BLANK, sawUpTo, switchTo, write } from '../../main/resources/static/console/models/drafts.js'
import de from '../../main/resources/static/console/words/de.js'
import en from '../../main/resources/static/console/words/en.js'
import { add, anyUnsent, discard, failed, sending, settle, stored, unsentWhy } from '../../main/resources/static/console/models/outgoing.js'

const entry = (id, fields) => ({ id, kind: 'message', text: 'Hallo', at: '2026-01-01T10:00:00Z', after: 4, ...fields })

test('a failed message stays, with its id, until it is sent again', () => {
  const list = failed(add([], entry('a')), 'a', { code: 'offline' })
  assert.equal(list[0].state, 'failed')
  assert.equal(anyUnsent({ c: list }), true)
  const again = sending(list, 'a')
  assert.deepEqual([again[0].id, again[0].state, again[0].problem], ['a', 'sending', null])
})

test('a message leaves when its event has arrived, by id or by number', () => {
  const list = add([], entry('a'))
  assert.equal(settle(list, [{ seq: 5, kind: 'message', id: 'other' }], 'ana').length, 1)
  assert.equal(settle(list, [{ seq: 5, kind: 'message', id: 'a' }], 'ana').length, 0)
  assert.equal(settle(stored(list, 'a', 7), [{ seq: 7, kind: 'message' }], 'ana').length, 0)
})

test('a stored message is shown until the thread has it, and is no longer unsent', () => {
  const list = stored(add([], entry('a')), 'a', 7)
  assert.equal(settle(list, [{ seq: 6, kind: 'message' }], 'ana').length, 1)
  assert.equal(anyUnsent({ c: list }), false)
})

test('two equal notes need two events', () => {
  const list = add(add([], entry('a', { kind: 'note' })), entry('b', { kind: 'note' }))
  const note = seq => ({ seq, kind: 'note', agent: 'ana', text: 'Hallo' })
  assert.equal(settle(list, [note(5)], 'ana').length, 1)
  assert.equal(settle(list, [note(5), note(6)], 'ana').length, 0)
  assert.equal(settle(list, [note(3), { ...note(5), agent: 'ben' }], 'ana').length, 2)
})

test('an agent may discard what was not sent', () => assert.deepEqual(discard(add([], entry('a')), 'a'), []))

test('a draft remembers what was there before its first letter', () => {
  let draft = write(undefined, 'G', 12)
  draft = write(draft, 'Gu', 15)
  assert.equal(draft.saw, 12)
  assert.equal(sawUpTo(draft, 15).saw, 15)
  draft = write(write(draft, '', 15), 'N', 16)
  assert.equal(draft.saw, 16)
})

test('a note never slips into the answer', () => {
  const draft = write(switchTo(BLANK, 'note'), 'nur intern', 3)
  assert.deepEqual([draft.note, draft.message, draft.mode], ['nur intern', '', 'note'])
  assert.equal(switchTo(draft, 'message').message, '')
})

test('spaces alone are not a draft', () => {
  assert.equal(anyWritten({ c: write(undefined, '  ', 1) }), false)
  assert.equal(anyWritten({ c: write(undefined, ' a', 1) }), true)
})

test('why something was not sent is said in the words of the page, never in those of the server', () => {
  const detail = 'not stored: please try again'
  const codes = ['offline', 'not_yours', 'not_waiting', 'unknown_conversation', 'file_unknown', 'bad_request', 'unavailable', 'unknown', 'constructor', undefined]
  for (const words of [de, en]) {
    for (const code of codes) {
      const why = unsentWhy({ code, detail }, words)
      assert.equal(typeof why, 'string')
      assert.doesNotMatch(why, new RegExp(detail))
    }
    assert.equal(unsentWhy({ code: 'not_yours', detail }, words), words.notYours)
    assert.notEqual(unsentWhy({ code: 'unavailable', detail }, words), unsentWhy({ code: 'file_unknown', detail }, words))
  }
  assert.equal(unsentWhy(null, de), '')
})
