import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { openLine } from '../../main/resources/static/console/lib/socket.js'
import { pause, pauseAfterBye } from '../../main/resources/static/console/models/backoff.js'
import { meaning } from '../../main/resources/static/console/models/keys.js'

let sockets, frames, states, line

class PretendSocket {
  constructor() {
    this.readyState = 1
    this.sent = []
    sockets.push(this)
  }
  send(text) { this.sent.push(JSON.parse(text)) }
  close() { this.readyState = 3 }
  hear(frame) { this.onmessage({ data: JSON.stringify(frame) }) }
}

/** Second by second, as time passes for a page that is awake. */
function pass(seconds) {
  for (let second = 0; second < seconds; second++) mock.timers.tick(1_000)
}

const last = () => sockets[sockets.length - 1]
const welcome = () => last().hear({ type: 'welcome', board: {} })

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] })
  sockets = []
  frames = []
  states = []
  line = openLine({ url: '', onFrame: frame => frames.push(frame.type), onState: state => states.push(state), onLost: () => frames.push('lost'),
    random: () => 1, makeSocket: () => new PretendSocket() })
})
afterEach(() => {
  line.stop()
  mock.timers.reset()
})

test('nothing is sent before the welcome', () => {
  assert.equal(line.send({ type: 'watch' }), false)
  welcome()
  assert.equal(line.send({ type: 'watch' }), true)
  assert.equal(line.fresh(), true)
})

test('a ping is answered, and is nobody else\'s business', () => {
  welcome()
  last().hear({ type: 'ping' })
  assert.deepEqual(last().sent, [{ type: 'pong' }])
  assert.deepEqual(frames, ['welcome'])
})

test('a line that stops answering is left within two beats', () => {
  welcome()
  pass(20)
  assert.deepEqual(last().sent, [{ type: 'ping' }])
  pass(20)
  assert.equal(states.at(-1).online, false)
  pass(1)
  assert.equal(sockets.length, 2)
})

test('a line that answers stays', () => {
  welcome()
  for (let beat = 0; beat < 5; beat++) {
    pass(20)
    last().hear({ type: 'pong' })
  }
  assert.equal(sockets.length, 1)
})

test('a line that never said welcome raises the question who is signed in', () => {
  last().onclose()
  assert.deepEqual(frames, ['lost'])
})

test('after bye the page returns when it was told to', () => {
  welcome()
  last().hear({ type: 'bye', retryAfter: 2 })
  mock.timers.tick(1_900)
  assert.equal(sockets.length, 1)
  mock.timers.tick(1_200)
  assert.equal(sockets.length, 2)
})

test('after a sleep the line has to answer at once', () => {
  welcome()
  mock.timers.setTime(Date.now() + 8 * 3_600_000)
  pass(5)
  assert.equal(line.fresh(), false)
  pass(6)
  assert.equal(states.at(-1).online, false)
})

test('broken frames are not heard', () => {
  welcome()
  last().onmessage({ data: '{' })
  assert.deepEqual(frames, ['welcome'])
})

test('a stopped line stays silent', () => {
  line.stop()
  pass(120)
  assert.equal(sockets.length, 1)
})

test('pauses grow, are capped and fully jittered', () => {
  assert.equal(pause(0, () => 0), 0)
  assert.equal(pause(0, () => 1), 800)
  assert.equal(pause(3, () => 1), 6_400)
  assert.equal(pause(50, () => 1), 30_000)
  assert.ok(pauseAfterBye(1.7, () => 0) >= 1_700)
})

test('letters are shortcuts only outside of fields and dialogs', () => {
  const free = { inField: false, inDialog: false, scrolls: false, enabled: true }
  assert.equal(meaning({ key: 'C' }, free), 'claim')
  assert.equal(meaning({ key: 'j' }, free), 'next')
  assert.equal(meaning({ key: 'c' }, { ...free, inField: true }), null)
  assert.equal(meaning({ key: 'c' }, { ...free, inDialog: true }), null)
  assert.equal(meaning({ key: 'c', ctrlKey: true }, free), null)
  assert.equal(meaning({ key: 'c' }, { ...free, enabled: false }), null)
  assert.equal(meaning({ key: 'ArrowDown' }, { ...free, scrolls: true }), null)
  assert.equal(meaning({ key: 'Enter' }, free), null)
})
