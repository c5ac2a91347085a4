import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPicture, mayTryAgain, problemText, sizeText, Tray } from '../../main/resources/static/widget/models/files.js'
import de from '../../main/resources/static/widget/words/de.js'
import en from '../../main/resources/static/widget/words/en.js'
import files from '../../main/resources/static/widget/words/files.js'

const LIMITS = { most: 2, longest: 10_000_000, types: ['image/png'] }
const file = (name, size = 5) => ({ name, size })
const attachment = name => ({ id: name, name, mediaType: 'image/png', size: 5 })

test('a message waits for its files and takes them with it', () => {
  const tray = new Tray()
  const [a, b] = tray.add([file('a'), file('b')], LIMITS)
  assert.equal(tray.ready, false)
  tray.arrived(a, attachment('a'))
  assert.equal(tray.ready, false)
  assert.equal(tray.busy, true)
  tray.arrived(b, attachment('b'))
  assert.equal(tray.ready, true)
  assert.deepEqual(tray.take().map(({ name }) => name), ['a', 'b'])
  assert.deepEqual(tray.items, [])
  assert.equal(tray.ready, false)
})

test('what was not taken stays, says why, and does not hold up the rest', () => {
  const tray = new Tray()
  const going = tray.add([file('big', 10_000_001), file('none', 0), file('a')], LIMITS)
  assert.deepEqual(going.map(({ name }) => name), ['a'])
  tray.arrived(going[0], attachment('a'))
  assert.equal(tray.ready, true)
  tray.take()
  assert.deepEqual(tray.items.map(({ name, problem }) => [name, problem]), [['big', 'file_too_big'], ['none', 'file_empty']])
})

test('more than fit into a message are told so, and a removed one makes room', () => {
  const tray = new Tray()
  const [first] = tray.add([file('a'), file('b'), file('c')], LIMITS)
  assert.equal(tray.items[2].problem, 'file_most')
  tray.remove(first.key)
  assert.equal(tray.add([file('d')], LIMITS).length, 1)
})

test('a broken line may be tried again, a wrong kind may not', () => {
  const tray = new Tray()
  const [a] = tray.add([file('a')], LIMITS)
  tray.refused(a, 'offline')
  assert.equal(mayTryAgain(a.problem), true)
  tray.again(a)
  assert.equal(tray.busy, true)
  tray.refused(a, 'file_kind')
  assert.equal(mayTryAgain(a.problem), false)
})

test('every problem has its words in both languages', () => {
  for (const words of [{ ...de, ...files.de }, { ...en, ...files.en }])
    for (const problem of ['file_too_big', 'file_most', 'file_kind', 'file_empty', 'file_limit', 'too_fast', 'offline'])
      assert.ok(problemText(problem, words, LIMITS).length > 5, problem)
  assert.match(problemText('file_too_big', { ...de, ...files.de }, LIMITS), /10.MB/)
  assert.match(problemText('file_most', { ...en, ...files.en }, LIMITS), /2 files/)
})

test('sizes are told as people count', () => {
  assert.match(sizeText(999, de), /999.Byte/)
  assert.match(sizeText(45_200, de), /45.kB/)
  assert.match(sizeText(1_234_567, de), /1,2.MB/)
  assert.match(sizeText(1_234_567, en), /1\.2.?MB/)
})

test('only what every browser draws is a picture', () => {
  assert.equal(isPicture({ mediaType: 'image/webp' }), true)
  for (const mediaType of ['image/svg+xml', 'image/heic', 'text/html', 'application/pdf']) assert.equal(isPicture({ mediaType }), false)
})
