import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { accountOf, firstValues, freeName, goodName, isFurther, isYesOrNo, missing, moved, secretWord, sorted, stateOf } from '../../main/resources/static/console/models/channels.js'
import { snippets } from '../../main/resources/static/console/models/connect.js'
import { PROVIDERS, providerOf, providerTold, serversOf, withAddress } from '../../main/resources/static/console/models/mailboxes.js'
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
  assert.equal(stateOf(line('a', 'email', 'mailbox-refused')), 'broken')
  assert.equal(stateOf(line('a', 'email', 'mailbox-away')), 'troubled')
  assert.equal(stateOf(line('callback', 'rasa', 'off')), 'off')
})

test('a call for another account is told from one that could not be read', () => {
  assert.equal(accountOf('for another account: 105'), '105')
  assert.equal(accountOf('no JSON'), null)
  assert.match(de.otherAccount('105'), /105/)
  assert.match(en.otherAccount('105'), /105/)
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

test('an address that changes wants its secrets again, and one that is cleared does not', () => {
  const api = { channel: 'slack', fields: [{ name: 'token', secret: true, needed: true }, { name: 'url', destination: true }] }
  assert.equal(moved(api, { url: 'https://x' }, { url: 'https://x' }), false)
  assert.equal(moved(api, { url: ' https://x ' }, { url: 'https://x' }), false)
  assert.equal(moved(api, { url: 'https://y' }, { url: 'https://x' }), true)
  assert.equal(moved(api, { url: 'https://y' }, {}), true)
  assert.equal(moved(api, { url: '' }, { url: 'https://x' }), false)
  assert.ok(de.moved && en.moved)
})

test('what is yes or no is ticked, and has words', () => {
  assert.deepEqual(['plus', 'human-agent', 'mms', 'appsecret-proof', 'url'].map(isYesOrNo), [true, true, true, true, false])
  for (const says of [de, en]) for (const name of ['human-agent', 'mms']) assert.equal(says.fields[name].length, 2)
})

test('a word is fair and never the same', () => {
  assert.notEqual(secretWord(), secretWord())
  assert.equal(secretWord(bytes => bytes.fill(0)), 'a'.repeat(32))
})

test('a mailbox needs a password or a grant', () => {
  const mail = { channel: 'email', fields: [{ name: 'address', needed: true }, { name: 'password', secret: true }, { name: 'oauth.client-id' }] }
  assert.deepEqual(missing(mail, { address: 'a@b.c' }, false), ['password'])
  assert.deepEqual(missing(mail, { address: 'a@b.c' }, true), [])
  assert.deepEqual(missing(mail, { address: 'a@b.c', 'oauth.client-id': 'x' }, false), [])
  assert.equal(isFurther('email', { name: 'oauth.scope' }), true)
  assert.equal(isFurther('email', { name: 'password' }), false)
  assert.equal(isFurther('sms', { name: 'url' }), false)
})

test('the address tells the servers of those whose servers we know', () => {
  assert.equal(providerOf('Eva@GMX.de').id, 'gmx')
  assert.equal(providerOf('shop@firma.onmicrosoft.com').id, 'microsoft')
  assert.equal(providerOf('eva@notgmx.de'), null)
  const typed = [...'hilfe@gmx.de'].reduce((values, letter) => withAddress(values, (values.address ?? '') + letter), {})
  assert.deepEqual(typed, { address: 'hilfe@gmx.de', user: 'hilfe@gmx.de', imap: 'imaps://imap.gmx.net:993', smtp: 'smtp://mail.gmx.net:587' })
  const moved = withAddress(typed, 'hilfe@posteo.de')
  assert.deepEqual([moved.imap, moved.smtp, moved.user], ['imaps://posteo.de:993', 'smtps://posteo.de:465', 'hilfe@posteo.de'])
})

test('what people have written themselves stays', () => {
  const own = withAddress({ address: 'a@gmx.de', user: 'a', imap: 'imaps://mine:993', smtp: '' }, 'a@web.de')
  assert.deepEqual(own, { address: 'a@web.de', user: 'a', imap: 'imaps://mine:993', smtp: 'smtp://smtp.web.de:587' })
})

test('every provider has two servers, and says them by TLS', () => {
  for (const one of PROVIDERS) {
    const told = serversOf(one)
    assert.match(told.imap, /^imaps:\/\/[a-z0-9.-]+:993$/)
    assert.match(told.smtp, /^(smtps:\/\/[a-z0-9.-]+:465|smtp:\/\/[a-z0-9.-]+:587)$/)
    assert.equal(serversOf(providerTold(told)).imap, told.imap)
    if (one.needs) assert.ok(Object.hasOwn(de.providerNeeds, one.needs))
  }
  assert.equal(new Set(PROVIDERS.flatMap(({ domains }) => domains)).size, PROVIDERS.flatMap(({ domains }) => domains).length)
})

test('a line that clients visit says how, by its real address', () => {
  const all = [line('web', 'web'), line('app', 'directline'), line('rest', 'rasa'), line('callback', 'rasa'), line('socketio', 'rasa')]
  for (const one of all) {
    const shown = snippets(one, 'https://chat')
    assert.ok(shown.length > 0)
    for (const [label, text] of shown) {
      assert.ok(Object.hasOwn(de.snippets, label))
      assert.ok(text.includes('https://chat'))
    }
  }
  assert.deepEqual(snippets(line('sms', 'sms'), 'x'), [])
  assert.deepEqual(Object.keys(de.connecting).sort(), ['directline', 'rasa.callback', 'rasa.rest', 'rasa.socketio', 'web'])
})

test('what we choose for a Direct Line is long enough', () => {
  const values = firstValues({ channel: 'directline', fields: [{ name: 'secret', secret: true, needed: true }] }, { callable: false })
  assert.match(values.secret, /^[A-Za-z0-9]{32}$/)
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
