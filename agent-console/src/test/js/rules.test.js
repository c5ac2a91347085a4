import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { REASON_LANGUAGES } from '../../main/resources/static/console/models/reasons.js'
import de from '../../main/resources/static/console/words/de.js'
import en from '../../main/resources/static/console/words/en.js'

const ROOT = fileURLToPath(new URL('../../main/resources/static/console/', import.meta.url))

function filesUnder(folder) {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? (name === 'vendor' ? [] : filesUnder(path)) : [path]
  })
}

const files = filesUnder(ROOT).map(path => ({ path: path.slice(ROOT.length), text: readFileSync(path, 'utf8') }))
const scripts = files.filter(({ path }) => path.endsWith('.js'))
const offenders = (list, pattern) => list.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

test('the rules look at something', () => {
  assert.ok(scripts.length > 30)
  assert.ok(files.some(({ path }) => path === 'index.html'))
})

test('text reaches the page only as text', () => {
  assert.deepEqual(offenders(scripts, /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|srcdoc|DOMParser/), [])
})

test('nothing is made into code', () => {
  assert.deepEqual(offenders(scripts, /\beval\b|new Function|setTimeout\(\s*['"`]|javascript:/), [])
})

test('no file is longer than 250 lines', () => {
  assert.deepEqual(files.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path), [])
})

test('nothing is fetched from elsewhere', () => {
  const outside = /(?:https?:)?\/\/(?!www\.w3\.org\/2000\/svg)[a-z0-9-]+\.[a-z]/i
  assert.deepEqual(offenders(files, outside), [])
})

test('the page itself holds no script and no style', () => {
  const page = files.find(({ path }) => path === 'index.html').text
  assert.doesNotMatch(page, /<style|style=|<script(?![^>]*src=)|\son[a-z]+=/i)
})

test('every style sheet is on the page, and every sheet on the page exists', () => {
  const page = files.find(({ path }) => path === 'index.html').text
  const linked = [...page.matchAll(/href="\/console\/([^"]+\.css)"/g)].map(([, path]) => path).sort()
  assert.deepEqual(linked, files.filter(({ path }) => path.endsWith('.css')).map(({ path }) => path.replaceAll('\\', '/')).sort())
})

test('every icon that is asked for is drawn', () => {
  const drawn = readFileSync(join(ROOT, 'components/icons.js'), 'utf8')
  const names = scripts.flatMap(({ text }) => [...text.matchAll(/(?:Icon} name=|\bicon[=:] ?)["']([a-zA-Z]+)["']/g)].map(([, name]) => name))
  assert.ok(names.length > 20)
  assert.deepEqual([...new Set(names)].filter(name => !new RegExp(`^  ${name}: '`, 'm').test(drawn)), [])
})

function shape(words, path = '') {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = path + key
    if (typeof value === 'function') return [`${here}(${value.length})`]
    if (typeof value === 'object') return shape(value, here + '.')
    return [here]
  }).sort()
}

test('both languages have the same words', () => assert.deepEqual(shape(de), shape(en)))

test('no word is said twice in one file', () => {
  for (const { path, text } of scripts.filter(one => one.path.startsWith('words/'))) {
    const keys = [...text.matchAll(/^ {2}([a-zA-Z]+):/gm)].map(([, key]) => key)
    assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), [], path)
  }
})

test('no word is empty', () => {
  const empty = words => Object.entries(words).filter(([, value]) => value === '').map(([key]) => key)
  assert.deepEqual([...empty(de), ...empty(en)], [])
})

test('every word that is used exists, and every word that exists is used', () => {
  const known = new Set(Object.keys(de))
  const code = scripts.filter(({ path }) => !path.startsWith('words/d') && !path.startsWith('words/e')).map(({ text }) => text).join('\n')
  const used = [...code.matchAll(/(?<![.\w])words(?:\(\))?\.([a-zA-Z]+)/g)].map(([, key]) => key)
  assert.deepEqual([...new Set(used)].filter(key => !known.has(key)), [])
  assert.deepEqual([...known].filter(key => !new RegExp(`\\b${key}\\b`).test(code)), [])
})

test('every reason has words in both languages', () => {
  const reasons = ['human_wish', 'two_strikes', 'emotion', 'complaint', 'legal', 'safety', 'complex', 'vip', 'order_value', 'repeated_contact', 'language', 'bot_error']
  for (const table of Object.values(REASON_LANGUAGES)) assert.deepEqual(Object.keys(table), reasons)
})
