import { isOverdue } from '../models/board.js'
import { understanding } from '../models/context.js'
import { plainName, readableKey } from '../models/names.js'
import { reasonInWords } from '../models/reasons.js'
import { date } from '../models/time.js'
import { certainty, moodWord } from '../models/turns.js'
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

const chips = list => list?.length > 0 && html`<p class="chips">${list.map(word => html`<span class="chip" key=${word}>${plainName(word)}</span>`)}</p>`

function Who({ contact, conversation }) {
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
      <${Fact} name=${words.email}>${contact.email && plainName(contact.email)}<//>
      <${Fact} name=${words.phone}>${contact.phone && plainName(contact.phone)}<//>
      ${points.map(point => html`<${Fact} key=${point.line + point.externalId} name=${wordFor(words.channels, point.channel)}>${plainName(point.externalId)}<//>`)}
    </dl>${!contact.email && !contact.phone && points.length === 0 && html`<p class="empty">${words.noDetails}</p>`}</section>`
}

const VERDICTS = [['too_late', 'judgeLate'], ['not_needed', 'judgeNeedless'], ['wrong_team', 'judgeTeam']]

function Why({ escalation, onJudge }) {
  const { words, language } = useWords()
  if (!escalation) return html`<${Card} title=${words.why} icon="hand"><p class="empty">${words.noEscalation}</p><//>`
  const { reason, rule, at } = escalation
  return html`<${Card} title=${words.why} icon="hand" kind="why">
    <p class="lead">${reasonInWords(reason, language)}</p>
    ${escalation.words?.length > 0 && html`<div class="why-words"><small>${words.triggeredBy}</small>${chips(escalation.words)}</div>`}
    <p class="fine">${rule && html`${words.rule} <code>${rule}</code> · `}<${When} at=${at} /></p>
    <details class="judge"><summary>${words.judge}</summary><p>${VERDICTS.map(([verdict, word]) => html`
      <button type="button" class="button" key=${verdict} onClick=${() => onJudge(verdict)}>${words[word]}</button>`)}</p></details><//>`
}

function Understood({ events, slots, mood }) {
  const { words, language } = useWords()
  const { last, best } = understanding(events)
  const feeling = moodWord(mood?.value, words.moodWords)
  const filled = Object.entries(slots ?? {}).filter(([, value]) => value !== null && value !== '')
  return html`
    ${last && html`<${Card} title=${words.understood} icon="bot">${best ? html`<ul class="bars">${best.candidates.slice(0, 3).map(({ intent, title, probability }) => html`
      <li key=${intent}><span>${title ?? intent}</span><b>${certainty(probability, language)}</b>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4" class="bar-ground" /><rect width=${100 * probability} height="4" class="bar" /></svg></li>`)}</ul>`
      : html`<p class="empty">${words.understoodNothing}</p>`}<//>`}
    ${filled.length > 0 && html`<${Card} title=${words.collected} icon="check"><dl>${filled.map(([slot, value]) => html`
      <${Fact} key=${slot} name=${wordFor(words.fields, slot, readableKey(slot))}><b>${plainName(typeof value === 'object' ? JSON.stringify(value) : value)}</b><//>`)}</dl><//>`}
    ${feeling && html`<${Card} title=${words.mood} icon="person" kind=${mood.value < -0.3 ? 'tense' : ''}><p>${feeling}</p>${chips(mood.words)}<//>`}`
}

function Promised({ promise, onKeep }) {
  const { words } = useWords()
  const late = isOverdue(promise.due, useNow())
  return html`<${Card} title=${words.promise} icon="promise" kind=${late ? 'late' : 'due'}>
    <p class="lead">${{ callback: words.callBy, email: words.mailBy }[promise.kind] ?? words.answerBy} <${When} at=${promise.due} form="due" /> <span class="fine">(<${When} at=${promise.due} form="until" />)</span></p>
    ${promise.email && html`<p class="fine">${words.email}: ${plainName(promise.email)}</p>`}${promise.phone && html`<p class="fine">${words.phone}: ${plainName(promise.phone)}</p>`}
    <button type="button" class="button" onClick=${onKeep}><${Icon} name="check" size=${15} />${words.keep}</button><//>`
}

function Earlier({ earlier, onOpen }) {
  const { words, language } = useWords()
  if (!earlier?.length) return html`<p class="empty">${words.noEarlier}</p>`
  return html`<ul class="earlier">${earlier.map(({ id, openedAt, channel, outcome, lastText }) => html`<li key=${id}>
    <button type="button" onClick=${() => onOpen(id)}><span class="earlier-head"><${Icon} name=${channelIcon(channel)} size=${13} />${date(openedAt, language)}
      <span>${wordFor(words.outcomes, outcome)}</span></span><span class="earlier-text">${plainName(lastText, '')}</span></button></li>`)}</ul>`
}

/** The brief first: who, why here, what is known; then what one may want to look up. */
export function ContextPanel({ context, events, onOpen, onKeep, onJudge }) {
  const { words } = useWords()
  const { contact, conversation, escalation, slots, mood, promise, orders, earlier } = context
  return html`<${Who} contact=${contact} conversation=${conversation} />
    ${promise && html`<${Promised} promise=${promise} onKeep=${onKeep} />`}
    <${Why} escalation=${escalation} onJudge=${onJudge} />
    <${Understood} events=${events} slots=${slots} mood=${mood} />
    <${Card} title=${words.orders} icon="panel"><${Orders} orders=${orders} /><//>
    <${Card} title=${words.earlier} icon="clock"><${Earlier} earlier=${earlier} onOpen=${onOpen} /><//>`
}
