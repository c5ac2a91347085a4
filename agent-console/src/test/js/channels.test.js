import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { firstValues, freeName, goodName, missing, secretWord, sorted, stateOf } from '../../main/resources/static/console/models/channels.js'
import de from '../../main/resources/static/console/words/lines-de.js'
import en from '../../main/resources/static/console/words/lines-en.js'

const line = (name, channel, ...codes) => ({ line: name, channel, troubles: codes.map(code => ({ code, detail: '' })) })
const kind = { channel: 'telegram', fields: [{ name: 'token', secret: true, needed: true }, { name: 'secret', needed: true }, { name: 'public-url' }] }

test('lines stand in the order of their channels', () => {
  const lines = [line('web', 'web'), line('b', 'whatsapp'), line('x', 'fax'), line('a', 'whatsapp'), line('t', 'telegram')]
  assert.deepEqual(sorted(lines).map(one => one.line), ['a', 'b', 't', 'web', 'x'])
})

test('the worst trouble tells how a line does', () => {
  assert.equal(stateOf(line('a', 'sms')), 'well')
  assert.equal(stateOf(line('a', 'sms', 'unheard')), 'new')
  assert.equal(stateOf(line('a', 'sms', 'unheard', 'quarantined')), 'troubled')
  assert.equal(stateOf(line('a', 'sms', 'quarantined', 'paused')), 'broken')
  assert.equal(stateOf(line('a', 'sms', 'shut')), 'broken')
})

test('a new line gets a name that is free', () => {
  assert.equal(freeName('sms', []), 'sms')
  assert.equal(freeName('sms', [line('sms', 'sms'), line('sms-2', 'sms')]), 'sms-3')
  assert.deepEqual(['whatsapp-de', 'Über', '', '-a', 'a'.repeat(65)].map(goodName), [true, false, false, false, false])
})

test('what we choose is chosen, and what only the operator knows is missing', () => {
  const values = firstValues(kind, { address: 'https://here', callable: true })
  assert.equal(values['public-url'], 'https://here')
  assert.match(values.secret, /^[A-Za-z0-9]{32}$/)
  assert.deepEqual(missing(kind, values, false), ['token'])
  assert.deepEqual(missing(kind, values, true), [])
  assert.deepEqual(missing(kind, { ...values, secret: ' ' }, true), ['secret'])
  assert.equal(firstValues(kind, { address: 'http://localhost', callable: false })['public-url'], undefined)
})

test('a word is fair and never the same', () => {
  assert.notEqual(secretWord(), secretWord())
  assert.equal(secretWord(bytes => bytes.fill(0)), 'a'.repeat(32))
})

function shape(words, path = '') {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'function') return [`${path}${key}(${value.length})`]
    return typeof value === 'object' ? shape(value, `${path}${key}.`) : [path + key]
  }).sort()
}

test('both languages have the same words, and the pages use each', () => {
  assert.deepEqual(shape(de), shape(en))
  const folder = fileURLToPath(new URL('../../main/resources/static/console/components/lines/', import.meta.url))
  const code = readdirSync(folder).filter(name => name.endsWith('.js')).map(name => readFileSync(folder + name, 'utf8')).join('\n')
  const used = new Set([...code.matchAll(/says\.([a-zA-Z]+)/g)].map(([, key]) => key))
  assert.deepEqual([...used].filter(key => !Object.hasOwn(de, key)), [])
  assert.deepEqual(Object.keys(de).filter(key => !used.has(key)), [])
})
