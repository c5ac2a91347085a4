import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkParts, safeHref } from '../../main/resources/static/widget/models/texts.js'

const links = text => linkParts(text).filter(({ href }) => href).map(({ href }) => href)

test('http, https and www become links', () => {
  assert.deepEqual(links('see https://a.example/x?y=1#z, http://b.example and www.c.example.'),
    ['https://a.example/x?y=1#z', 'http://b.example/', 'https://www.c.example/'])
})

test('no character of the text is lost', () => {
  for (const text of ['', 'plain', 'https://a.example', 'a https://a.example.\nb (www.b.example/c_(d)) ', 'javascript:alert(1)']) {
    assert.equal(linkParts(text).map(part => part.text).join(''), text)
  }
})

test('punctuation and brackets around a link stay outside', () => {
  assert.deepEqual(links('(https://a.example/b)'), ['https://a.example/b'])
  assert.deepEqual(links('https://a.example/b_(c)'), ['https://a.example/b_(c)'])
  assert.deepEqual(links('really https://a.example/b?!'), ['https://a.example/b'])
  assert.deepEqual(links('„https://a.example/b“'), ['https://a.example/b'])
})

test('other schemes stay text', () => {
  const harmful = ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)', 'file:///etc/passwd', 'ftp://a.example/', 'blob:x', '[x](javascript:alert(1))', 'mailto:a@b.example',
    '//a.example/x', 'xhttps://a.example', 'a@www.b.example', 'https:a.example', 'https:/a.example', 'http://']
  for (const text of harmful) assert.deepEqual(links(text), [], text)
})

test('hidden characters make no link', () => {
  for (const sign of ['\u202e', '\u200b', '\u200d', '\u2066', '\ufeff', '\u0000', '\u00ad', '\u115f', '\u3164', '\ue000']) {
    assert.deepEqual(links(`https://a.exa${sign}mple/path`), [], JSON.stringify(sign))
  }
})

test('hosts in look-alike letters make no link, umlauts do', () => {
  assert.deepEqual(links('https://p\u0430ypal.example'), [])
  assert.deepEqual(links('https://\u0430\u0440\u0440\u04cf\u0435.com'), [])
  assert.deepEqual(links('https://a\uff0fb.example'), [])
  assert.deepEqual(links('https://a\u3002example'), [])
  assert.deepEqual(links('https://gärtnerei.example'), ['https://xn--grtnerei-0za.example/'])
})

test('user names in an address make no link, because they hide the host', () => {
  assert.deepEqual(links('https://bank.example@evil.example/'), [])
  assert.deepEqual(links('https://user:secret@evil.example/'), [])
})

test('safeHref takes whole addresses only', () => {
  assert.equal(safeHref('https://a.example/privacy'), 'https://a.example/privacy')
  assert.equal(safeHref('javascript:alert(1)'), null)
  assert.equal(safeHref(' https://a.example'), null)
  assert.equal(safeHref('https://a..example'), null)
  assert.equal(safeHref('https://localhosts'), null)
})

test('a hostile text is cut in no time', () => {
  const began = performance.now()
  linkParts('https://'.repeat(500))
  linkParts(`https://a.example/${'('.repeat(2_000)}${')'.repeat(2_000)}`)
  linkParts(`www.${'.'.repeat(4_000)}`)
  assert.ok(performance.now() - began < 500)
})
