import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as attachments from '../../main/resources/static/console/models/attachments.js'
import { after } from '../../main/resources/static/console/models/context.js'
import * as drafts from '../../main/resources/static/console/models/drafts.js'
import { chosenLine, closesSoon, heard, nextWay, repeatsOf, spokenAddress, takesAnswers, turned, waysAt, waysOf, wayName } from '../../main/resources/static/console/models/ways.js'
import de from '../../main/resources/static/console/words/de.js'
import en from '../../main/resources/static/console/words/en.js'

const NOON = Date.parse('2026-11-23T12:00:00Z')
const iso = ms => new Date(ms).toISOString()
const HOUR = 3_600_000
const web = { line: 'web', channel: 'web', address: 'v', state: 'open', until: null, window: null }
const whatsapp = { line: 'whatsapp-de', channel: 'whatsapp', address: '+4915', state: 'open', until: iso(NOON + HOUR), window: 86_400 }
const mail = { line: 'post', channel: 'email', address: 't', state: 'open', until: null, window: null }
const context = { conversation: { id: 'c', line: 'whatsapp-de', channel: 'whatsapp', stage: 'withAgent', lastSeq: 3 }, contact: {}, brief: { words: [] }, ways: [whatsapp, mail, web] }
const said = (seq, line, kind = 'contact') => ({ seq, kind: 'message', author: { kind }, line, channel: line, text: 'x', at: iso(NOON) })
const thread = (...events) => ({ events, lastSeq: events.at(-1)?.seq ?? 0 })

test('a window closes while the page is open', () => {
  assert.equal(waysAt([whatsapp], NOON + HOUR - 1)[0].state, 'open')
  assert.equal(waysAt([whatsapp], NOON + HOUR)[0].state, 'closed')
  assert.equal(waysAt([web], NOON + 1000 * HOUR)[0].state, 'open')
  assert.deepEqual(waysAt(undefined, NOON), [])
})

test('hurry is said in the last hour', () => {
  assert.equal(closesSoon(whatsapp, NOON), false)
  assert.equal(closesSoon(whatsapp, NOON + 1), true)
  assert.equal(closesSoon(web, NOON), false)
})

test('a choice holds until the contact writes by another line', () => {
  const draft = drafts.choose(drafts.BLANK, 'post', 5)
  assert.equal(chosenLine(draft, thread(said(4, 'whatsapp-de'))), 'post')
  assert.equal(chosenLine(draft, thread(said(6, 'post'), said(7, 'web', 'agent'))), 'post')
  assert.equal(chosenLine(draft, thread(said(6, 'whatsapp-de'))), null)
  assert.equal(chosenLine(undefined, thread()), null)
})

test('the answer goes where the conversation is, or where the agent chose', () => {
  assert.equal(waysOf(context, undefined, thread(), NOON).to.line, 'whatsapp-de')
  const chosen = waysOf(context, drafts.choose(undefined, 'post', 3), thread(), NOON)
  assert.equal(chosen.to.line, 'post')
  assert.deepEqual(chosen.others.map(({ line }) => line), ['whatsapp-de', 'web'])
  assert.deepEqual(waysOf(context, undefined, thread(), NOON + HOUR).others.map(({ line }) => line), ['post', 'web'])
  assert.equal(waysOf({ ...context, ways: undefined }, undefined, thread(), NOON).to, null)
})

test('a message of the contact opens its line again and takes the answers there', () => {
  const closed = { ...context, ways: [{ ...whatsapp, state: 'closed', until: iso(NOON - HOUR) }, mail, web] }
  const next = after(closed, said(4, 'whatsapp-de'))
  assert.deepEqual([next.ways[0].state, next.ways[0].until], ['open', iso(NOON + 24 * HOUR)])
  assert.equal(after(context, said(4, 'web')).conversation.line, 'web')
  assert.equal(after(context, said(4, 'post', 'agent')).conversation.line, 'post')
  assert.equal(after(context, said(4, 'web', 'bot')).conversation.line, 'whatsapp-de')
  assert.equal(heard([{ ...whatsapp, state: 'paused' }], said(4, 'whatsapp-de'))[0].state, 'paused')
})

test('whoever is answered elsewhere takes nothing until they are back', () => {
  const away = after(context, { seq: 4, kind: 'elsewhere', line: 'whatsapp-de', elsewhere: true, at: iso(NOON) })
  assert.deepEqual(away.ways.map(({ state }) => state), ['elsewhere', 'open', 'open'])
  assert.equal(takesAnswers(away.ways[0]), false)
  assert.deepEqual(waysOf(away, undefined, thread(), NOON).others.map(({ line }) => line), ['post', 'web'])
  assert.equal(after(away, { seq: 5, kind: 'elsewhere', line: 'whatsapp-de', elsewhere: false, agent: 'ana' }).ways[0].state, 'open')
  assert.equal(after(away, said(5, 'whatsapp-de')).ways[0].state, 'open')
  assert.equal(turned([{ ...whatsapp, state: 'blocked' }], { line: 'whatsapp-de', elsewhere: true })[0].state, 'blocked')
})

test('what did not arrive has a next way, and says when it went', () => {
  assert.equal(nextWay(context.ways, 'whatsapp-de', NOON).line, 'post')
  assert.equal(nextWay([whatsapp], 'whatsapp-de', NOON), undefined)
  assert.equal(nextWay([{ ...mail, state: 'blocked' }, web], 'whatsapp-de', NOON).line, 'web')
  assert.equal(repeatsOf([said(4, 'web'), { ...said(5, 'post'), repeats: 4 }]).get(4).line, 'post')
})

test('two lines of one channel are told apart', () => {
  assert.equal(wayName(whatsapp, context.ways, en.channels), 'WhatsApp')
  assert.equal(wayName(whatsapp, [whatsapp, { ...whatsapp, line: 'whatsapp-at' }], en.channels), 'WhatsApp (whatsapp-de)')
})

test('people read numbers as they dial them, and no visitor\'s name', () => {
  assert.equal(spokenAddress({ ...whatsapp, address: '4915112345678' }), '+4915112345678')
  assert.equal(spokenAddress(whatsapp), '+4915')
  assert.equal(spokenAddress(web), '')
})

test('an answer that was not taken is in the field again, before what was written since', () => {
  assert.equal(drafts.giveBack(undefined, 'Guten Tag').message, 'Guten Tag')
  assert.equal(drafts.giveBack({ ...drafts.BLANK, message: 'Noch etwas' }, 'Guten Tag').message, 'Guten Tag\nNoch etwas')
  assert.deepEqual(attachments.ready(attachments.back([], [{ id: 'f', name: 'a', size: 1 }])).map(({ id }) => id), ['f'])
})

test('every reason has words in both languages', () => {
  for (const words of [de, en])
    for (const key of ['unreachable', 'windowClosed', 'invalid', 'gaveUp', 'unauthorized']) assert.ok(words.failures[key])
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort())
})
