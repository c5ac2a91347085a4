import { plainName } from '../models/names.js'
import { dueClock } from '../models/time.js'
import { closesSoon, spokenAddress, takesAnswers, takesTemplates, wayName } from '../models/ways.js'
import { html, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { useNow } from './hooks.js'
import { channelIcon, Icon } from './icons.js'

/** Where the answer goes, and the choice among all ways. Silent where there is nothing to choose and nothing to know. */
export function WayChoice({ all, to, onChoose }) {
  const { words, language } = useWords()
  const now = useNow()
  if (!to || (all.length < 2 && to.state === 'open' && !to.until)) return null
  const name = way => [wayName(way, all, words.channels), plainName(spokenAddress(way), '')].filter(Boolean).join(' ')
  const hint = to.state === 'open' && to.until && words.openUntil(dueClock(to.until, now, language))
  return html`<div class="way"><${Icon} name=${channelIcon(to.channel)} size=${15} />
    ${all.length < 2 ? html`<span><span class="way-label">${words.answerVia}</span> <b>${name(to)}</b></span>` : html`<label><span class="way-label">${words.answerVia}</span>
      <select id="way" value=${to.line} aria-describedby="way-hint" onChange=${event => onChoose(event.target.value)}>${all.map(way => html`
        <option key=${way.line} value=${way.line} disabled=${!takesAnswers(way) && !takesTemplates(way) && way !== to}>${name(way)}${way.state !== 'open' && ` – ${words.wayStates[way.state]}`}</option>`)}</select></label>`}
    <small id="way-hint" class=${closesSoon(to, now) ? 'problem' : ''}>${hint}</small></div>`
}

/** Before anybody types: why no answer can go this way, and which way it can. */
export function WayNotice({ all, to, others, contact, onChoose, onNote, onTemplate, onTakeBack }) {
  const { words, language } = useWords()
  const now = useNow()
  const [taking, setTaking] = useState(false)
  if (!to || to.state === 'open') return null
  const name = wayName(to, all, words.channels)
  const why = {
    closed: () => (to.until ? words.closedSince(name, dueClock(to.until, now, language)) : words.neverWrote(plainName(contact.name), name)),
    blocked: () => words.blockedThere(plainName(contact.name), name),
    paused: () => words.pausedThere(name),
    elsewhere: () => words.elsewhereThere(plainName(contact.name), name),
  }[to.state]
  const closed = to.state === 'closed'
  const elsewhere = to.state === 'elsewhere'
  async function take() {
    setTaking(true)
    await onTakeBack(to.line)
    setTaking(false)
  }
  const template = closed && takesTemplates(to)
  const then = template ? words.templateGoes : others.length > 0 && !elsewhere ? words.otherWay : to.state !== 'paused' && !elsewhere ? words.noOtherWay : ''
  return html`<div class="composer-notice" id="way-notice" role="status"><${Icon} name="alert" size=${15} /><span class="grow">${why()} ${then}${
      closed && to.templates === 'unset' && ` ${words.templatesUnset(to.line)}`}</span>
    ${elsewhere && html`<button type="button" class="button" disabled=${taking} onClick=${take}>${taking ? words.takingBack : words.takeBack}</button>`}
    ${template && html`<button type="button" class="link" onClick=${() => onTemplate(to)}>${words.chooseTemplate}</button>`}
    ${others.map(way => html`<button type="button" class="link" key=${way.line} onClick=${() => onChoose(way.line)}>${words.answerByWay(wayName(way, all, words.channels))}</button>`)}
    ${others.length === 0 && to.state !== 'paused' && !template && html`<button type="button" class="link" onClick=${onNote}>${words.modeNote}</button>`}</div>`
}
