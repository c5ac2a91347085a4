import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receivers } from '../../main/resources/static/console/models/receivers.js'

const colleague = (name, available, here, conversations = 0) => ({ name, available, here, conversations })

test('who could take it stands first, the least busy before the others', () => {
  const sorted = receivers([colleague('gone', false, false), colleague('away', false, true), colleague('busy', true, true, 3), colleague('free', true, true, 1)])
  assert.deepEqual(sorted.map(({ name }) => name), ['free', 'busy', 'away', 'gone'])
})

test('a conversation goes to nobody who is not here', () => {
  const sorted = receivers([colleague('gone', false, false), colleague('away', false, true), colleague('free', true, true)])
  assert.deepEqual(sorted.map(({ name, reachable, state }) => [name, reachable, state]), [['free', true, 'available'], ['away', true, 'away'], ['gone', false, 'notHere']])
})

test('an older server does not say who is here', () => {
  assert.deepEqual(receivers([colleague('away', false, undefined)]).map(({ reachable }) => reachable), [true])
})
