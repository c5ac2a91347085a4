import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { Session } from '../../main/resources/static/widget/lib/session.js'
import { Device } from '../../main/resources/static/widget/lib/device.js'
import { connection } from '../../main/resources/static/widget/lib/connection.js'

const WELCOME = { type: 'welcome', token: 'T-1', conversation: null, lastSeq: 0, desk: null, limits: { text: 4000 } }

let browser
let sockets
let posted

/** The other end of it is in the hands of the test. */
class Socket {
  static OPEN = 1
  readyState = Socket.OPEN
  sent = []

  constructor() { sockets.push(this) }
  send(text) { this.sent.push(JSON.parse(text)) }
  close() { this.readyState = 3 }
  receive(frame) { this.onmessage({ data: JSON.stringify(frame) }) }
  pings() { return this.sent.filter(({ type }) => type === 'ping').length }
  messages() { return this.sent.filter(({ type }) => type === 'message') }
}

const answers = (...frames) => ({ ok: true, headers: new Headers(), json: async () => ({ frames }) })

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 1_000_000 })
  browser = new EventTarget()
  sockets = []
  posted = []
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true })
  Object.assign(globalThis, {
    WebSocket: Socket,
    document: new EventTarget(),
    addEventListener: (...all) => browser.addEventListener(...all),
    fetch: async (url, { method, body }) => {
      if (method === 'HEAD') return { ok: true }
      const frame = JSON.parse(body)
      posted.push(frame)
      return frame.type === 'hello' ? answers(WELCOME) : answers()
    },
  })
})
afterEach(() => mock.timers.reset())

function visits() {
  const session = new Session({
    line: 'web', language: 'de', device: new Device('web', null), changed() {}, ended() {}, heard() {},
    connect: handlers => connection('https://chat.example', handlers),
  })
  session.start()
  return session
}

const happens = event => browser.dispatchEvent(new Event(event))
const settles = () => new Promise(resume => setImmediate(resume))

async function until(met) {
  for (let turn = 0; turn < 200 && !met(); turn++) await settles()
  assert.ok(met())
}

test('a socket that outlives a gap in the network goes on sending', () => {
  const session = visits()
  const [socket] = sockets
  socket.receive(WELCOME)
  happens('offline')
  happens('online')
  socket.receive({ type: 'pong' })
  session.send('back again')
  assert.equal(session.state, 'online')
  assert.deepEqual(socket.messages().map(({ text }) => text), ['back again'])
  mock.timers.tick(5_000)
  assert.equal(sockets.length, 1)
})

test('a socket that the network took with it is known within five seconds', () => {
  const session = visits()
  const [socket] = sockets
  socket.receive(WELCOME)
  happens('offline')
  assert.equal(socket.pings(), 1)
  session.send('into the void')
  mock.timers.tick(5_000)
  assert.equal(session.state, 'offline')
  happens('online')
  sockets.at(-1).receive(WELCOME)
  assert.equal(session.state, 'online')
  assert.deepEqual(sockets.at(-1).messages(), socket.messages())
})

test('before the welcome a gap in the network changes nothing', () => {
  const session = visits()
  happens('offline')
  assert.equal(sockets[0].pings(), 0)
  sockets[0].receive(WELCOME)
  assert.equal(session.state, 'online')
})

test('polling that outlives a gap in the network goes on sending', async () => {
  const session = visits()
  for (let failed = 0; failed < 3; failed++) {
    sockets[failed].onclose()
    mock.timers.tick(30_000)
  }
  await until(() => session.state === 'online')
  happens('offline')
  happens('online')
  session.send('back again')
  await settles()
  assert.equal(session.state, 'online')
  assert.deepEqual(posted.filter(({ type }) => type === 'message').map(({ text }) => text), ['back again'])
  session.stop()
})
