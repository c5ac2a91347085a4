import assert from 'node:assert/strict'
import { test } from 'node:test'

Object.assign(globalThis, {
  HTMLElement: class {},
  customElements: { define() {} },
  document: { scripts: [], readyState: 'loading', addEventListener() {} },
})
const { spoken } = await import('../../main/resources/static/widget/direktdraht-chat.js')

test('the first language we speak is taken, English when none', () => {
  assert.equal(spoken(null, 'de-AT', 'en'), 'de')
  assert.equal(spoken(undefined, '', 'fr-FR', 'EN-us'), 'en')
  assert.equal(spoken('fr', 'tlh'), 'en')
  assert.equal(spoken('constructor', '__proto__'), 'en')
})
