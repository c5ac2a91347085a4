import { isOverdue } from '../models/board.js'
import { openPromise } from '../models/brief.js'
import { understanding } from '../models/context.js'
import { plainName } from '../models/names.js'
import { date } from '../models/time.js'
import { certainty } from '../models/turns.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'
import { useNow } from './hooks.js'
import { channelIcon, Icon } from './icons.js'
import { Orders } from './orders.js'
import { When } from './when.js'

const Card = ({ title, icon, kind = '', children }) => html`<section class=${`card ${kind}`}><h3><${Icon} name=${icon} size=${15} />${title}</h3>${children}</section>`

function Fact({ name, children }) {
  return children ? html`<div><dt>${name}</dt><dd>${children}</dd></div>` : null
}

function Who({ contact, conversation, onReunion }) {
  const { words, language } = useWords()
  const spoken = contact.language ?? conversation.language
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  const points = (contact.points ?? []).filter(point => point.externalId !== contact.email && point.externalId !== contact.phone && point.channel !== 'web')
  return html`<section class="card who"><h2 class="who-name"><bdi>${plainName(contact.name)}</bdi></h2>
    <dl>
      <${Fact} name=${words.channel}><${Icon} name=${channelIcon(conversation.channel)} size=${14} /> ${wordFor(words.channels, conversation.channel)}<//>
      <${Fact} name=${words.began}><${When} at=${conversation.openedAt} /><//>
      <${Fact} name=${words.speaks}>${/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(spoken ?? '') && names.of(spoken)}<//>
      <${Fact} name=${words.since}>${contact.since && date(contact.since, language)}<//>
      <${Fact} name=${words.tier}>${contact.tier && plainName(contact.tier)}<//>
      <${Fact} name=${words.email}>${contact.email && plainName(contact.email)}<//>
      <${Fact} name=${words.phone}>${contact.phone && plainName(contact.phone)}<//>
      ${points.map(point => html`<${Fact} key=${point.line + point.externalId} name=${wordFor(words.channels, point.channel)}>${plainName(point.externalId)}<//>`)}
    </dl>${!contact.email && !contact.phone && points.length === 0 && html`<p class="empty">${words.noDetails}</p>`}
    <button type="button" class="link" onClick=${onReunion}>${words.findSame}</button></section>`
}

function Understood({ events }) {
  const { words, language } = useWords()
  const { last, best } = understanding(events)
  return last && html`<${Card} title=${words.understood} icon="bot">${best ? html`<ul class="bars">${best.candidates.slice(0, 3).map(({ intent, title, probability }) => html`
    <li key=${intent}><span>${title ?? intent}</span><b>${certainty(probability, language)}</b>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4" class="bar-ground" /><rect width=${100 * probability} height="4" class="bar" /></svg></li>`)}</ul>`
    : html`<p class="empty">${words.understoodNothing}</p>`}<//>`
}

function Promised({ promise, contact, onKeep }) {
  const { words } = useWords()
  const late = isOverdue(promise.due, useNow())
  return html`<${Card} title=${words.promise} icon="promise" kind=${late ? 'late' : 'due'}>
    <p class="lead">${{ callback: words.callBy, email: words.mailBy }[promise.what] ?? words.answerBy} <${When} at=${promise.due} form="due" /> <span class="fine">(<${When} at=${promise.due} form="until" />)</span></p>
    ${contact.email && html`<p class="fine">${words.email}: ${plainName(contact.email)}</p>`}${contact.phone && html`<p class="fine">${words.phone}: ${plainName(contact.phone)}</p>`}
    <button type="button" class="button" onClick=${onKeep}><${Icon} name="check" size=${15} />${words.keep}</button><//>`
}

function Earlier({ earlier, onOpen }) {
  const { words, language } = useWords()
  if (!earlier?.length) return html`<p class="empty">${words.noEarlier}</p>`
  return html`<ul class="earlier">${earlier.map(({ id, openedAt, channel, outcome, about, lastText }) => html`<li key=${id}>
    <button type="button" onClick=${() => onOpen(id)}><span class="earlier-head"><${Icon} name=${channelIcon(channel)} size=${13} />${date(openedAt, language)}
      <span>${wordFor(words.outcomes, outcome)}</span></span><span class="earlier-text">${plainName([about, lastText].filter(Boolean).join(': '), '')}</span></button></li>`)}</ul>`
}

/** What one may want to look up: who it is, what is promised, what they bought, what was before. */
export function ContextPanel({ context, events, onOpen, onKeep, onReunion }) {
  const { words } = useWords()
  const { contact, conversation, brief, orders, earlier } = context
  const promise = openPromise(brief)
  return html`<${Who} contact=${contact} conversation=${conversation} onReunion=${onReunion} />
    ${promise && html`<${Promised} promise=${promise} contact=${contact} onKeep=${onKeep} />`}
    <${Card} title=${words.orders} icon="panel"><${Orders} orders=${orders} /><//>
    <${Card} title=${words.earlier} icon="clock"><${Earlier} earlier=${earlier} onOpen=${onOpen} /><//>
    <${Understood} events=${events} />`
}
