import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { Session } from '../../main/resources/static/widget/lib/session.js'
import { Device } from '../../main/resources/static/widget/lib/device.js'
import { conversations } from './frames.js'

// Newer engines have locks of their own, which would outlive a test.
Object.defineProperty(globalThis, 'navigator', { value: {} })

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'setInterval'] }))
afterEach(() => mock.timers.reset())

/** A browser's storage, as far as it is needed. */
class Area {
  getItem(key) { return this[key] ?? null }
  setItem(key, value) { this[key] = value }
  removeItem(key) { delete this[key] }
}

const kept = area => Object.keys(area).length

/** A session with a line whose other end is in the hands of the test. */
function visits(area = new Area()) {
  const sent = []
  const heard = []
  let line
  const session = new Session({
    line: 'web', language: 'de', device: new Device('web', area), changed() {}, ended() {}, heard: entries => heard.push(...entries),
    connect: handlers => {
      line = handlers
      return { start() {}, stop() {}, restart() {}, send: frame => sent.push(frame) }
    },
  })
  const welcome = (more = {}) => {
    line.onFrame({ type: 'welcome', token: 'T-1', conversation: null, lastSeq: 0, desk: null, limits: { text: 4000 }, ...more })
    line.onState('online')
  }
  return { session, sent, heard, welcome, receive: frame => line.onFrame(frame), breaks: () => line.onState('offline'),
    hello: () => line.hello(), texts: () => session.thread.items.map(({ text }) => text),
    messages: () => sent.filter(({ type }) => type === 'message').map(({ text }) => text) }
}

test('nothing is kept and nothing connected before the start', () => {
  const area = new Area()
  const { session } = visits(area)
  assert.equal(kept(area), 0)
  assert.equal(session.state, 'idle')
})

test('greets with what is known', async () => {
  const area = new Area()
  const first = visits(area)
  first.session.start()
  assert.deepEqual(await first.hello(), { type: 'hello', line: 'web', token: null, language: 'de', conversation: null, lastSeq: 0 })
  first.welcome()
  first.receive(conversations().bot(3, 'hello'))
  assert.equal((await first.hello()).lastSeq, 3)
  const later = visits(area)
  later.session.start()
  assert.deepEqual(await later.hello(), { type: 'hello', line: 'web', token: 'T-1', language: 'de', conversation: 'c-1', lastSeq: 0 })
})

test('what is written without a line goes out after the welcome, in order and one by one', () => {
  const { session, messages, sent, welcome, receive } = visits()
  session.start()
  session.send('one')
  session.send('two')
  assert.deepEqual(messages(), [])
  welcome()
  assert.deepEqual(messages(), ['one'])
  receive({ type: 'ack', id: sent.find(({ type }) => type === 'message').id, conversation: 'c-1', seq: 1 })
  assert.deepEqual(messages(), ['one', 'two'])
})

test('a message without an answer goes again under the same id', () => {
  const { session, sent, welcome, breaks } = visits()
  session.start()
  welcome()
  session.send('one')
  breaks()
  welcome()
  mock.timers.tick(10_000)
  const ids = sent.filter(({ type }) => type === 'message').map(({ id }) => id)
  assert.equal(ids.length, 3)
  assert.equal(new Set(ids).size, 1)
})

test('what one page could not send, the next one does', () => {
  const area = new Area()
  const first = visits(area)
  first.session.start()
  first.session.send('left behind')
  const next = visits(area)
  next.session.start()
  next.welcome()
  assert.deepEqual(next.texts(), ['left behind'])
  next.receive(conversations().own(1, 'left behind', next.sent.find(({ type }) => type === 'message').id))
  assert.deepEqual(next.texts(), ['left behind'])
  const third = visits(area)
  third.session.start()
  assert.deepEqual(third.texts(), [])
})

test('asks for a gap, and when nothing comes for three seconds shows the rest', () => {
  const { session, sent, welcome, receive, texts } = visits()
  const { bot } = conversations()
  session.start()
  welcome()
  receive(bot(1, 'one'))
  bot(2, 'lost')
  receive(bot(3, 'three'))
  const resumes = () => sent.filter(({ type }) => type === 'resume')
  assert.deepEqual(resumes(), [{ type: 'resume', conversation: 'c-1', lastSeq: 1 }])
  assert.deepEqual(texts(), ['one'])
  mock.timers.tick(3_000)
  assert.deepEqual(texts(), ['one', 'three'])
})

test('a refusal is shown, a busy server is asked again', () => {
  const { session, sent, messages, welcome, receive } = visits()
  session.start()
  welcome()
  session.send('long')
  receive({ type: 'error', code: 'text_too_long', id: sent.at(-1).id })
  assert.equal(session.thread.markOf(session.thread.items[0]), 'refused')
  session.send('fast')
  receive({ type: 'error', code: 'too_fast', retryAfter: 2, id: sent.at(-1).id })
  assert.equal(session.thread.markOf(session.thread.items[1]), 'queued')
  assert.deepEqual(messages(), ['long', 'fast'])
})

test('a dead token is dropped, what is unsent is not', async () => {
  const { session, welcome, receive, hello, texts } = visits()
  session.start()
  await hello()
  welcome()
  await hello()
  session.send('still here')
  receive({ type: 'error', code: 'bad_token' })
  assert.equal((await hello()).token, null)
  assert.deepEqual(texts(), ['still here'])
})

test('a server that knows less than the screen is believed', () => {
  const { session, sent, welcome, receive, texts } = visits()
  const { bot } = conversations()
  session.start()
  welcome()
  for (const seq of [1, 2, 3]) receive(bot(seq, `${seq}`))
  welcome({ conversation: 'c-1', lastSeq: 1 })
  assert.deepEqual(texts(), [])
  assert.deepEqual(sent.findLast(({ type }) => type === 'resume'), { type: 'resume', conversation: 'c-1', lastSeq: 0 })
})

test('tells how far it got, once for several steps', () => {
  const { session, sent, welcome, receive } = visits()
  const { bot } = conversations()
  session.start()
  welcome()
  receive(bot(1, 'one'))
  receive(bot(2, 'two'))
  session.read()
  mock.timers.tick(200)
  assert.deepEqual(sent.filter(({ type }) => type === 'seen'), [{ type: 'seen', delivered: 2, read: 2 }])
})

test('forgetting leaves nothing on the device', () => {
  const area = new Area()
  const { session, welcome } = visits(area)
  session.start()
  welcome()
  session.send('one')
  session.forget()
  assert.equal(kept(area), 0)
  assert.equal(session.state, 'idle')
})

test('works where storage is forbidden', async () => {
  const forbidden = new Proxy({}, { get() { throw new Error('SecurityError') } })
  const { session, messages, welcome, hello } = visits(forbidden)
  session.start()
  session.send('one')
  welcome()
  assert.deepEqual(messages(), ['one'])
  assert.equal((await hello()).token, 'T-1')
})

test('typing is told at most every three seconds, and its end once', () => {
  const { session, sent, welcome } = visits()
  mock.timers.reset()
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 })
  session.start()
  welcome()
  for (const pause of [0, 500, 2_499, 1, 100]) {
    mock.timers.tick(pause)
    session.signals.typed()
  }
  mock.timers.tick(20_000)
  assert.deepEqual(sent.filter(({ type }) => type === 'typing').map(({ active }) => active), [true, true, false])
})

test('a sent message needs no end of typing', () => {
  const { session, sent, welcome } = visits()
  session.start()
  welcome()
  session.signals.typed()
  session.send('one')
  mock.timers.tick(5_000)
  assert.equal(sent.filter(({ type, active }) => type === 'typing' && !active).length, 0)
})

test('an end of typing that never arrives is assumed', () => {
  const { session, welcome, receive } = visits()
  session.start()
  welcome()
  receive({ type: 'typing', author: 'agent', name: 'Ana', active: true })
  assert.equal(session.signals.typist.name, 'Ana')
  mock.timers.tick(15_000)
  assert.equal(session.signals.typist, null)
})

test('what was said before is not news, what is said now is', () => {
  const { session, heard, welcome, receive } = visits()
  const { bot, own } = conversations()
  session.start()
  welcome()
  receive(bot(1, 'earlier'))
  mock.timers.tick(500)
  receive(own(2, 'mine', 'm-1'))
  receive(bot(3, 'now'))
  assert.deepEqual(heard.map(({ text }) => text), ['now'])
})

test('the wish for a person holds until the stage answers it', () => {
  const { session, sent, welcome, receive } = visits()
  const { own, stage } = conversations()
  session.start()
  welcome()
  session.send('A person', '/human')
  const { id } = sent.find(({ type }) => type === 'message')
  receive({ type: 'ack', id, conversation: 'c-1', seq: 1 })
  receive(own(1, 'A person', id))
  assert.equal(session.wishesHuman, true)
  receive(stage(2, 'waiting'))
  assert.equal(session.wishesHuman, false)
})

test('two tabs opened at once are one visitor', async () => {
  const area = new Area()
  await withLocks(async () => {
    const [first, second] = [visits(area), visits(area)]
    first.session.start()
    second.session.start()
    const greetings = [first.hello(), second.hello()]
    assert.equal((await greetings[0]).token, null)
    first.welcome({ token: 'T-first' })
    mock.timers.tick(100)
    assert.equal((await greetings[1]).token, 'T-first')
  })
})

test('a first tab whose line breaks lets the second one go first', async () => {
  const area = new Area()
  await withLocks(async () => {
    const [first, second] = [visits(area), visits(area)]
    first.session.start()
    second.session.start()
    const greetings = [first.hello(), second.hello()]
    await greetings[0]
    first.breaks()
    assert.equal((await greetings[1]).token, null)
  })
})

/** Locks as a browser has them: one holder, the others in line. */
async function withLocks(act) {
  let last = Promise.resolve()
  const request = (name, options, holder) => (last = last.then(holder))
  navigator.locks = { request }
  await act().finally(() => delete navigator.locks)
}

test('a message names the files that were brought before, also after a reload', () => {
  const area = new Area()
  const first = visits(area)
  const file = { id: 'f-1', name: 'Bank.png', mediaType: 'image/png', size: 5 }
  first.session.start()
  first.session.send('', undefined, [file])
  const later = visits(area)
  later.session.start()
  later.welcome({ limits: { text: 4000, files: { most: 5, longest: 10, types: [] } } })
  assert.deepEqual(later.sent.find(({ type }) => type === 'message').attachments, ['f-1'])
  assert.deepEqual(later.session.thread.items[0].attachments, [file])
  assert.equal(later.session.files.most, 5)
})

test('files in messages of the server are shown', () => {
  const { session, welcome, receive } = visits()
  const file = { id: 'f-1', name: 'Anleitung.pdf', mediaType: 'application/pdf', size: 5 }
  session.start()
  welcome()
  const frame = conversations().bot(3, '')
  frame.event.attachments = [file]
  receive(frame)
  assert.deepEqual(session.thread.items.at(-1).attachments, [file])
})
