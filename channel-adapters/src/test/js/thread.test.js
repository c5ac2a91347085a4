import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Thread } from '../../main/resources/static/widget/models/thread.js'
import { conversations, randoms, shuffled } from './frames.js'

const texts = thread => thread.items.map(({ text }) => text)
const message = (id, text, at = 1) => ({ id, text, at })

test('shows messages in the order of their seq', () => {
  const thread = new Thread()
  const { own, bot } = conversations()
  for (const frame of [own(1, 'hi', 'm-1'), bot(4, 'hello')]) thread.apply(frame)
  assert.deepEqual(texts(thread), ['hi', 'hello'])
  assert.equal(thread.lastSeq, 4)
  assert.equal(thread.conversation, 'c-1')
})

test('drops a frame that came before', () => {
  const thread = new Thread()
  const first = conversations().bot(1, 'hello')
  assert.equal(thread.apply(first).length, 1)
  assert.equal(thread.apply(first).length, 0)
  assert.deepEqual(texts(thread), ['hello'])
})

test('holds back what follows a gap until the gap is filled', () => {
  const thread = new Thread()
  const { bot } = conversations()
  const [one, two, three] = [bot(1, 'one'), bot(3, 'two'), bot(6, 'three')]
  thread.apply(one)
  assert.deepEqual(thread.apply(three), [])
  assert.deepEqual(thread.gap(), { conversation: 'c-1', lastSeq: 1 })
  assert.deepEqual(thread.apply(two).map(({ text }) => text), ['two', 'three'])
  assert.equal(thread.gap(), null)
})

test('a jump in seq alone is no gap, because not everything is for the contact', () => {
  const thread = new Thread()
  const { bot } = conversations()
  thread.apply(bot(3, 'one'))
  thread.apply(bot(90, 'two'))
  assert.equal(thread.gap(), null)
})

test('shows the rest in order when the gap cannot be filled', () => {
  const thread = new Thread()
  const { bot } = conversations()
  const [, , three, , five] = [1, 2, 3, 4, 5].map(seq => bot(seq, `${seq}`))
  thread.apply(five)
  thread.apply(three)
  assert.deepEqual(thread.closeGaps().map(({ text }) => text), ['3', '5'])
  assert.equal(thread.lastSeq, 5)
  assert.equal(thread.gap(), null)
})

test('any order of arrival, with doubles, gives the same thread', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const dice = randoms(seed)
    const { bot } = conversations()
    let seq = 0
    const frames = Array.from({ length: 1 + dice.below(30) }, (_, index) => bot(seq += 1 + dice.below(4), `${index}`))
    const arriving = shuffled([...frames, ...frames.filter(() => dice.random() < 0.4)], dice)
    const thread = new Thread()
    const drawn = arriving.flatMap(frame => thread.apply(frame))
    assert.deepEqual(texts(thread), frames.map(({ event }) => event.text), `seed ${seed}`)
    assert.equal(drawn.length, frames.length, `seed ${seed}: each drawn once`)
    assert.equal(thread.gap(), null, `seed ${seed}`)
  }
})

test('a lossy line with resume loses nothing and doubles nothing', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const dice = randoms(seed)
    const { bot } = conversations()
    const frames = Array.from({ length: 25 }, (_, index) => bot(index * 2 + 1, `${index}`))
    const thread = new Thread()
    const resume = () => frames.filter(({ seq }) => seq > thread.lastSeq).forEach(frame => thread.apply(frame))
    for (const frame of frames) {
      if (dice.random() < 0.6) thread.apply(frame)
      if (thread.gap()) resume()
    }
    resume()
    assert.deepEqual(texts(thread), frames.map(({ event }) => event.text), `seed ${seed}`)
  }
})

test('an own message is shown at once and moves to its place when stored', () => {
  const thread = new Thread()
  const { bot, own } = conversations()
  thread.write(message('m-1', 'mine'))
  assert.equal(thread.markOf(thread.items[0]), 'queued')
  thread.apply(bot(1, 'theirs'))
  assert.deepEqual(texts(thread), ['theirs', 'mine'])
  thread.acknowledge({ id: 'm-1', conversation: 'c-1', seq: 2 })
  assert.equal(thread.markOf(thread.items[1]), 'sent')
  thread.apply(own(2, 'mine', 'm-1'))
  assert.deepEqual(texts(thread), ['theirs', 'mine'])
})

test('the event may come before the acknowledgement', () => {
  const thread = new Thread()
  thread.write(message('m-1', 'mine'))
  thread.apply(conversations().own(1, 'mine', 'm-1'))
  thread.acknowledge({ id: 'm-1', conversation: 'c-1', seq: 1 })
  assert.deepEqual(texts(thread), ['mine'])
})

test('unsent messages keep the order in which they were written', () => {
  const thread = new Thread()
  for (const id of ['a', 'b', 'c']) thread.write(message(id, id))
  thread.acknowledge({ id: 'a', conversation: 'c-1', seq: 5 })
  assert.deepEqual(texts(thread), ['a', 'b', 'c'])
})

test('marks rise and never fall', () => {
  const thread = new Thread()
  thread.apply(conversations().own(1, 'mine', 'm-1'))
  const mark = () => thread.markOf(thread.items[0])
  const marks = [{ delivered: 0, read: 0 }, { delivered: 1, read: 0 }, { delivered: 1, read: 1 }, { delivered: 0, read: 0 }]
    .map(cursors => { thread.moveCursors(cursors); return mark() })
  assert.deepEqual(marks, ['sent', 'received', 'read', 'read'])
})

test('a refused message says so and can go again', () => {
  const thread = new Thread()
  thread.write(message('m-1', 'mine'))
  const marks = ['text_too_long', undefined].map(code => { thread.refuse('m-1', code); return thread.markOf(thread.items[0]) })
  assert.deepEqual(marks, ['refused', 'queued'])
  thread.remove('m-1')
  assert.deepEqual(texts(thread), [])
})

test('what is stored is neither refused nor removed', () => {
  const thread = new Thread()
  thread.apply(conversations().own(1, 'mine', 'm-1'))
  thread.refuse('m-1', 'too_fast')
  thread.remove('m-1')
  assert.equal(thread.markOf(thread.items[0]), 'sent')
})

test('the stage is that of the latest event', () => {
  const thread = new Thread()
  const { stage } = conversations()
  thread.apply(stage(1, 'waiting'))
  thread.apply(stage(2, 'withAgent', { agent: 'Ana' }))
  assert.deepEqual(thread.stage, { name: 'withAgent', agent: 'Ana', due: undefined })
})

test('a new conversation follows the old one on screen and begins with the bot', () => {
  const thread = new Thread()
  const [old, next] = [conversations('c-1'), conversations('c-2')]
  thread.apply(old.stage(1, 'resolved'))
  thread.apply(old.agent(2, 'bye'))
  thread.write(message('m-1', 'again'))
  thread.acknowledge({ id: 'm-1', conversation: 'c-2', seq: 1 })
  thread.apply(next.own(1, 'again', 'm-1'))
  thread.apply(next.bot(2, 'hello'))
  assert.deepEqual(texts(thread), ['bye', 'again', 'hello'])
  assert.equal(thread.conversation, 'c-2')
  assert.equal(thread.lastSeq, 2)
  assert.equal(thread.stage.name, 'withBot')
})

test('unread are the words of bot and agent beyond what was read', () => {
  const thread = new Thread()
  const { own, bot, agent } = conversations()
  for (const frame of [own(1, 'hi', 'm-1'), bot(2, 'hello'), agent(3, 'hello too')]) thread.apply(frame)
  assert.equal(thread.unread(0), 2)
  assert.equal(thread.unread(2), 1)
  assert.equal(thread.unread(3), 0)
})

test('while waiting, what was offered since the contact last wrote can be pressed, once each', () => {
  const thread = new Thread()
  const { own, bot, stage } = conversations()
  const [right, wrong, call] = ['/right', '/wrong', '/desk/callback'].map(payload => ({ title: payload, payload }))
  const pressable = () => thread.choices.map(({ payload }) => payload)
  for (const frame of [bot(1, 'before', [call]), own(2, 'a person, please', 'm-1'), bot(4, 'noted: …', [right, wrong]), stage(5, 'waiting'), bot(6, 'you are next', [call, right])]) thread.apply(frame)
  assert.deepEqual(pressable(), ['/right', '/wrong', '/desk/callback'])
  thread.apply(own(7, 'yes', 'm-2'))
  assert.deepEqual(pressable(), [])
})

test('once a person is there, and with the bot, only the newest message offers anything', () => {
  const thread = new Thread()
  const { own, bot, agent, stage } = conversations()
  const right = { title: 'right', payload: '/right' }
  for (const frame of [own(1, 'hi', 'm-1'), bot(2, 'one', [right]), bot(3, 'two')]) thread.apply(frame)
  assert.deepEqual(thread.choices, [])
  for (const frame of [bot(4, 'noted', [right]), stage(5, 'waiting'), stage(6, 'withAgent', { agent: 'Ana' }), agent(7, 'hello')]) thread.apply(frame)
  assert.deepEqual(thread.choices, [])
})

test('what was changed elsewhere says the new words, what was taken back nothing', () => {
  const thread = new Thread()
  const { own, bot } = conversations()
  const first = own(1, 'Halo', 'm-1')
  const revising = (seq, event) => ({ ...bot(seq, ''), event: { at: first.event.at, message: 1, ...event } })
  thread.apply(first)
  thread.apply(bot(2, 'hello'))
  thread.apply(revising(3, { kind: 'edited', text: 'Hallo' }))
  assert.deepEqual(thread.items.map(({ text }) => text), ['Hallo', 'hello'])
  thread.apply(revising(4, { kind: 'messageWithdrawn', text: '' }))
  assert.deepEqual(thread.items.map(({ text, withdrawn }) => [text, withdrawn]), [['', true], ['hello', undefined]])
  assert.equal(thread.items[0].revision, 4)
})
