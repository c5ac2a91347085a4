import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outbox } from '../../main/resources/static/widget/lib/outgoing.js'
import { randoms } from './frames.js'

const message = (id, at = Number(id)) => ({ id, text: `text ${id}`, at })

test('sends one after the other, oldest first', () => {
  const outbox = new Outbox()
  outbox.add(message('2'))
  outbox.add(message('1'))
  assert.equal(outbox.next(0).id, '1')
  assert.equal(outbox.next(0), undefined)
  outbox.remove('1')
  assert.equal(outbox.next(0).id, '2')
})

test('knows a message it has already', () => {
  const outbox = new Outbox()
  outbox.add(message('1'))
  outbox.add(message('1'))
  outbox.next(0)
  outbox.remove('1')
  assert.equal(outbox.next(0), undefined)
})

test('after a broken line the same message goes again', () => {
  const outbox = new Outbox()
  outbox.add(message('1'))
  outbox.next(0)
  outbox.lostTrack()
  assert.equal(outbox.next(0).id, '1')
})

test('a refused message steps aside until it is tried again', () => {
  const outbox = new Outbox()
  outbox.add(message('1'))
  outbox.add(message('2'))
  outbox.next(0)
  assert.equal(outbox.refuse('1', 'text_too_long').refused, 'text_too_long')
  assert.equal(outbox.next(0).id, '2')
  outbox.remove('2')
  assert.equal(outbox.next(0), undefined)
  outbox.refuse('1', undefined)
  assert.equal(outbox.next(0).id, '1')
})

test('a busy server gets the pause it asked for, and the order stays', () => {
  const outbox = new Outbox()
  outbox.add(message('1'))
  outbox.add(message('2'))
  outbox.next(0)
  outbox.postpone('1', 1_000)
  assert.equal(outbox.next(999), undefined)
  assert.equal(outbox.pause(400), 600)
  assert.equal(outbox.next(1_000).id, '1')
})

test('knows whether a wish is still on its way', () => {
  const outbox = new Outbox()
  outbox.add({ ...message('1'), payload: '/human' })
  assert.equal(outbox.holds('/human'), true)
  outbox.remove('1')
  assert.equal(outbox.holds('/human'), false)
})

test('each message arrives exactly once and in order, however often the line breaks', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { random } = randoms(seed)
    const outbox = new Outbox()
    const stored = []
    const written = Array.from({ length: 12 }, (_, index) => message(`${index}`, index))
    const waiting = [...written]
    for (let step = 0; step < 2_000 && stored.length < written.length; step++) {
      if (waiting.length > 0 && random() < 0.5) outbox.add(waiting.shift())
      const sent = outbox.next(step)
      if (!sent) continue
      const arrives = random() < 0.7
      const answered = arrives && random() < 0.6
      if (arrives && !stored.includes(sent.id)) stored.push(sent.id)
      if (answered) outbox.remove(sent.id)
      else outbox.lostTrack()
    }
    assert.deepEqual(stored, written.map(({ id }) => id), `seed ${seed}`)
  }
})
