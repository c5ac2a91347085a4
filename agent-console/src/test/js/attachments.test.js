import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAttaching } from '../../main/resources/static/console/lib/attaching.js'
import { isPicture, passing, sizeText } from '../../main/resources/static/console/models/attachments.js'
import de from '../../main/resources/static/console/words/de.js'
import en from '../../main/resources/static/console/words/en.js'

const settled = () => new Promise(resume => setTimeout(resume))

/** An attaching whose server is in the hands of the test. */
function attaches() {
  let state = { chosen: {} }
  const calls = []
  const store = { get: () => state, set: change => { state = { ...state, ...(typeof change === 'function' ? change(state) : change) } } }
  const api = { file: file => new Promise((resolve, reject) => calls.push({ file, resolve, reject })) }
  return { attaching: createAttaching({ api, store, isOver: () => false }), calls, items: () => state.chosen.c ?? [] }
}

test('an answer waits for its files and takes them with it', async () => {
  const { attaching, calls, items } = attaches()
  attaching.add('c', [{ name: 'a.png', size: 5 }, { name: 'b.pdf', size: 5 }])
  assert.equal(attaching.busy('c'), true)
  calls[0].resolve({ id: 'f-1' })
  calls[1].resolve({ id: 'f-2' })
  await settled()
  assert.equal(attaching.busy('c'), false)
  assert.deepEqual(attaching.take('c'), [{ id: 'f-1' }, { id: 'f-2' }])
  assert.deepEqual(items(), [])
})

test('what was refused stays, is told, and may be tried again where that helps', async () => {
  const { attaching, calls, items } = attaches()
  attaching.add('c', [{ name: 'a.exe', size: 5 }])
  calls[0].reject({ code: 'offline' })
  await settled()
  assert.equal(items()[0].problem, 'offline')
  assert.equal(passing('offline'), true)
  attaching.again('c', items()[0])
  calls[1].reject({ code: 'file_kind' })
  await settled()
  assert.equal(passing(items()[0].problem), false)
  assert.deepEqual(attaching.take('c'), [])
  assert.equal(items().length, 1)
  attaching.remove('c', items()[0].key)
  assert.deepEqual(items(), [])
})

test('what comes back with an answer that was not taken can be drawn as it was', async () => {
  const { attaching, calls, items } = attaches()
  attaching.add('c', [{ name: 'a.png', size: 5, type: 'image/png' }])
  assert.equal(isPicture(items()[0]), true)
  calls[0].resolve({ id: 'f-1', name: 'a.png', size: 5, mediaType: 'image/png' })
  await settled()
  attaching.back('c', attaching.take('c'))
  assert.equal(isPicture(items()[0]), true)
  assert.equal(attaching.any('c'), true)
})

test('files of one conversation never go with another', async () => {
  const { attaching, calls } = attaches()
  attaching.add('c', [{ name: 'a.png', size: 5 }])
  calls[0].resolve({ id: 'f-1' })
  await settled()
  assert.equal(attaching.any('other'), false)
  assert.deepEqual(attaching.take('other'), [])
  assert.equal(attaching.any('c'), true)
})

test('sizes and pictures', () => {
  assert.match(sizeText(1_234_567, 'de'), /1,2.MB/)
  assert.equal(isPicture({ mediaType: 'image/png' }), true)
  assert.equal(isPicture({ mediaType: 'image/svg+xml' }), false)
  assert.deepEqual(Object.keys(de.fileProblems), Object.keys(en.fileProblems))
})
