import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const widget = fileURLToPath(new URL('../../main/resources/static/widget', import.meta.url))
const files = readdirSync(widget, { recursive: true }).filter(name => extname(name)).sort()
  .map(name => ({ name, text: readFileSync(join(widget, name), 'utf8') }))

const travels = ({ text }) => gzipSync(text, { level: 9 }).length

/** A file and everything that it imports before it runs. */
function loadedWith(...names) {
  const loaded = new Set(names)
  for (const name of loaded) {
    const { text } = files.find(file => file.name === name)
    for (const [, from] of text.matchAll(/^import .*'(.+)'$/gm)) loaded.add(join(dirname(name), from))
  }
  return files.filter(({ name }) => loaded.has(name))
}

const weight = chosen => chosen.reduce((sum, file) => sum + travels(file), 0)

test('an open chat, each file gzipped by itself, is at most 25 kB', () => {
  const size = weight(loadedWith('direktdraht-chat.js', 'chat.js', 'words/de.js'))
  assert.ok(size <= 25_000, `${size} bytes`)
})

test('what is loaded when it is asked for is at most 2.2 kB each', () => {
  const open = loadedWith('direktdraht-chat.js', 'chat.js', 'words/de.js', 'words/en.js')
  const later = files.filter(file => !open.includes(file))
  assert.deepEqual(later.map(({ name }) => name), ['components/files.js', 'components/prove.js', 'components/settings.js',
    'components/ways.js', 'files.js', 'lib/files.js', 'lib/polling.js', 'lib/tone.js', 'models/files.js', 'words/files.js'])
  for (const file of later) assert.ok(travels(file) <= 2_200, `${file.name}: ${travels(file)} bytes`)
})

test('a closed page loads the launcher alone, at most 3.5 kB', () => {
  const loaded = loadedWith('direktdraht-chat.js')
  assert.deepEqual(loaded.map(({ name }) => name), ['components/dom.js', 'direktdraht-chat.js'])
  assert.ok(weight(loaded) <= 3_500)
})

test('no file is longer than 250 lines', () => {
  assert.deepEqual(files.filter(({ text }) => text.split('\n').length > 251).map(({ name }) => name), [])
})

test('text never reaches the page as markup or code', () => {
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setTimeout\(['"`]|srcdoc|DOMParser|createContextualFragment/
  assert.deepEqual(files.filter(({ text }) => forbidden.test(text)).map(({ name }) => name), [])
})

test('models know neither page, nor network, nor storage', () => {
  const models = files.filter(({ name }) => name.startsWith('models'))
  assert.ok(models.length > 0)
  assert.deepEqual(models.filter(({ text }) => /\b(document|window|fetch|WebSocket|localStorage|navigator)\b/.test(text)).map(({ name }) => name), [])
})

test('every import is a file beside it', () => {
  const imports = files.flatMap(({ text }) => [...text.matchAll(/(?:from |import\()'([^']+)'/g)].map(([, from]) => from))
  assert.deepEqual(imports.filter(from => !/^\.{1,2}\/[\w./-]+\.js$/.test(from)), [])
})
