import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TransportChoice, announcedPause, backoff } from '../../main/resources/static/widget/lib/connection.js'

test('the longest pause doubles from half a second to thirty', () => {
  const longest = [0, 1, 2, 5, 6, 7, 500].map(failures => backoff(failures, () => 1))
  assert.deepEqual(longest, [500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000])
})

test('the jitter is full', () => {
  assert.equal(backoff(4, () => 0), 0)
  assert.equal(backoff(4, () => 0.5), 4_000)
})

test('a pause that the server announced is never shortened', () => {
  assert.equal(announcedPause(1.7, () => 0), 1_700)
  assert.equal(announcedPause(1.7, () => 1), 2_040)
  assert.equal(announcedPause(undefined, () => 0), 500)
  assert.equal(announcedPause(-3, () => 0), 500)
})

test('three failed sockets in a row lead to polling', () => {
  const choice = new TransportChoice()
  const tried = Array.from({ length: 6 }, () => { const kind = choice.next(); choice.failed(kind); return kind })
  assert.deepEqual(tried, ['socket', 'socket', 'socket', 'polling', 'socket', 'polling'])
})

test('polling that works stays, and a welcomed socket starts the count anew', () => {
  const choice = new TransportChoice()
  for (let failure = 0; failure < 3; failure++) choice.failed('socket')
  choice.welcomed('polling')
  assert.equal(choice.next(), 'polling')
  choice.welcomed('socket')
  choice.failed('socket')
  assert.equal(choice.next(), 'socket')
})

test('when the network returns the socket gets one more chance', () => {
  const choice = new TransportChoice()
  for (let failure = 0; failure < 5; failure++) choice.failed('socket')
  choice.networkReturned()
  assert.equal(choice.next(), 'socket')
  choice.failed('socket')
  assert.equal(choice.next(), 'polling')
})
