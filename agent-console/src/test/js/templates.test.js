import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createWork } from '../../main/resources/static/console/lib/work.js'
import { around, complete, hintOf, kindsOf, matching, pieces, placeOf, prefilled, textOf, tidied, tidy } from '../../main/resources/static/console/models/templates.js'
import { takesTemplates, templateWay } from '../../main/resources/static/console/models/ways.js'
import de from '../../main/resources/static/console/words/de.js'
import en from '../../main/resources/static/console/words/en.js'

const delayed = { name: 'parcel_delayed', language: 'de', category: 'utility', text: 'Guten Tag {{1}}, Ihre Bestellung {{ 2 }} kommt später.\n\nDanke', variables: ['1', '2'], buttons: [] }
const named = { name: 'we_are_back', language: 'de', category: 'marketing', text: 'Hallo {{first_name}}', variables: ['first_name'], buttons: [] }
const english = { ...delayed, language: 'en_US', text: 'Hello {{1}}, your order {{2}} is late.' }
const shown = (template, values) => pieces(template.text, values).map(piece => piece.text).join('')

test('what is seen is what is sent', () => {
  const values = { 1: '  Eva\tMaria\n', 2: 'LH-1      x' }
  assert.equal(shown(delayed, values), 'Guten Tag Eva Maria, Ihre Bestellung LH-1 x kommt später.\n\nDanke')
  assert.deepEqual(tidied(values), { 1: 'Eva Maria', 2: 'LH-1 x' })
  assert.equal(tidy('a    b'), 'a    b')
})

test('nothing is filled twice', () => {
  assert.equal(shown(delayed, { 1: '{{2}} $1', 2: 'x' }), 'Guten Tag {{2}} $1, Ihre Bestellung x kommt später.\n\nDanke')
})

test('holes stay visible until something stands in them', () => {
  assert.deepEqual(pieces(delayed.text, { 1: ' ' }).filter(piece => piece.variable), [{ variable: '1', text: '' }, { variable: '2', text: '' }])
  assert.equal(complete(delayed, { 1: 'Eva', 2: ' ' }), false)
  assert.equal(complete(delayed, { 1: 'Eva', 2: 'x' }), true)
  assert.equal(complete({ ...delayed, variables: [] }, {}), true)
})

test('a number means something by what stands around it', () => {
  assert.equal(around(delayed.text, '1'), 'Guten Tag ___, Ihre Bestellung … kommt …')
  assert.match(around(delayed.text, '2'), /Ihre Bestellung ___ kommt später\.$/)
  assert.equal(around(delayed.text, '9'), '')
})

test('only who asks for a name gets one, and only the contact’s own', () => {
  const eva = { name: 'Eva Maria Lind', named: true }
  assert.deepEqual(prefilled(named, eva), { first_name: 'Eva' })
  assert.deepEqual(prefilled({ variables: ['name', 'Vorname', 'order'] }, eva), { name: 'Eva Maria Lind', Vorname: 'Eva', order: '' })
  assert.deepEqual(prefilled(delayed, eva), { 1: '', 2: '' })
  assert.deepEqual(prefilled(named, { name: 'Besucher 12ab', named: false }), { first_name: '' })
})

test('templates are found by name and words, the contact’s language first', () => {
  assert.deepEqual(matching([english, named, delayed], '', 'de'), [delayed, named, english])
  assert.deepEqual(matching([named, delayed, english], 'parcel', 'en'), [english, delayed])
  assert.deepEqual(matching([named, delayed, english], 'bestellung später', null), [delayed])
  assert.deepEqual(matching([named], 'nichts', 'de'), [])
})

test('a template goes by a closed way that takes them, not to who blocked us', () => {
  const way = { line: 'wa', state: 'closed', templates: 'ready' }
  assert.equal(takesTemplates(way), true)
  for (const other of [{ ...way, state: 'blocked' }, { ...way, templates: 'unset' }, { ...way, templates: undefined }]) assert.equal(takesTemplates(other), false)
  assert.equal(templateWay([way], 'wa', { class: 'windowClosed' }), way)
  assert.equal(templateWay([way], 'wa', { class: 'invalid' }), undefined)
  assert.equal(templateWay([way], 'wa', undefined), undefined)
  assert.equal(templateWay(undefined, 'wa', { class: 'windowClosed' }), undefined)
})

test('every refusal and every fault has words', () => {
  for (const words of [de, en]) {
    assert.deepEqual(Object.keys(words.templateFaults), ['missing', 'unknown', 'break', 'gap', 'long', 'link', 'code', 'kind', 'big'])
    for (const fault of ['missing', 'kind', 'big', 'unknown']) assert.ok(words.templateFileFaults[fault])
    for (const kind of ['picture', 'video', 'document']) assert.ok(words.templateFiles[kind])
    assert.deepEqual(Object.keys(words.templateReasons), ['location', 'sign_in', 'carousel', 'flow', 'products', 'offer', 'variables', 'address', 'other'])
    for (const code of ['no_template', 'template_values', 'templates_unknown', 'file_unknown', 'no_way', 'not_yours', 'offline']) assert.ok(words.templateRefusals[code])
    for (const category of ['utility', 'marketing', 'other']) assert.ok(words.templateCosts[category] && words.templateCategories[category])
  }
})

const shipped = { ...delayed, text: 'Bestellung {{head:1}}\n\nGuten Tag {{1}}', variables: ['head:1', '1', 'button:0', 'code:2'],
  buttons: [{ title: 'Zur Sendung', behind: 'https://shop.example/track/{{button:0}}' }, { title: 'Danke', behind: '' }, { title: 'Code kopieren', behind: '{{code:2}}' }] }

test('a variable’s name tells where it stands', () => {
  assert.deepEqual(placeOf('1'), { place: 'body', name: '1' })
  assert.deepEqual(placeOf('head:first_name'), { place: 'head', name: 'first_name' })
  assert.deepEqual(placeOf('button:0'), { place: 'button', name: '0', button: 0 })
  assert.equal(hintOf(shipped, 'head:1'), 'Bestellung ___')
  const long = { ...shipped, buttons: [{ title: 'x', behind: 'https://a-shop-with-a-long-name.example/track/{{button:0}}' }] }
  assert.equal(hintOf(long, 'button:0'), 'https://a-shop-with-a-long-name.example/track/___')
  assert.equal(textOf(shipped, 'code:2'), '{{code:2}}')
  assert.equal(pieces(shipped.text, { 'head:1': 'LH-1', 1: 'Eva' }).map(piece => piece.text).join(''), 'Bestellung LH-1\n\nGuten Tag Eva')
})

test('a name in the head is given, a button is never', () => {
  const eva = { name: 'Eva Lind', named: true }
  assert.deepEqual(prefilled({ variables: ['head:name', 'button:0', 'code:1'] }, eva), { 'head:name': 'Eva Lind', 'button:0': '', 'code:1': '' })
})

test('a head that wants a file is whole with one', () => {
  const part = { ...delayed, variables: [], file: { kind: 'picture', mediaTypes: ['image/jpeg', 'image/png'], longest: 5_000_000 } }
  assert.equal(complete(part, {}), false)
  assert.equal(complete(part, {}, [{ id: 'f' }]), true)
  assert.equal(kindsOf(part.file), 'JPEG, PNG')
})

function work(api) {
  const said = []
  return { said, ...createWork({ api, store: {}, live: { fresh: () => true }, talk: { refresh: id => said.push(['refresh', id]) }, attaching: {}, tell: (...what) => said.push(what), isOver: () => false }) }
}

test('a template is sent as it is, and a refusal comes back to where it was chosen', async () => {
  const given = []
  const good = work({ message: async (id, message) => given.push([id, message]) })
  const message = { id: 'k', line: 'wa', template: { name: 'x', language: 'de', values: {} } }
  assert.equal(await good.sayTemplate('c', message, 'Eva'), null)
  assert.deepEqual(given, [['c', message]])
  assert.deepEqual(good.said, [['templateSent', 'Eva']])
  const gone = work({ message: async () => { throw Object.assign(new Error('gone'), { status: 409, code: 'no_template' }) } })
  assert.equal((await gone.sayTemplate('c', message, 'Eva')).code, 'no_template')
  assert.deepEqual(gone.said, [['refresh', 'c']])
})

test('an outage is no empty list', async () => {
  const down = work({ templates: async () => { throw new Error('HTTP 503') } })
  assert.deepEqual(await down.templates('wa'), { state: 'unknown', why: 'HTTP 503' })
  const away = work({ templates: async () => { throw Object.assign(new Error('HTTP 0'), { code: 'offline' }) } })
  assert.deepEqual(await away.templates('wa'), { state: 'offline' })
})
