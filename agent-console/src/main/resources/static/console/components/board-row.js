import { goalState, isOverdue, unread } from '../models/board.js'
import { plainName } from '../models/names.js'
import { reasonInWords } from '../models/reasons.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'
import { useNow } from './hooks.js'
import { channelIcon, Icon } from './icons.js'
import { When } from './when.js'

/** One conversation on the board: who, why, since when, and the last words. */
export function BoardRow({ row, part, open, seen, goals, outgoing, drafts, session, onOpen, onClaim }) {
  const { words, language } = useWords()
  const now = useNow()
  const name = plainName(row.contact?.name)
  const channel = wordFor(words.channels, row.channel)
  const late = part === 'promised' && isOverdue(row.due, now)
  const goal = part === 'withBot' ? null : goals?.[row.id]
  const state = goalState(goal, now)
  const count = part === 'mine' ? unread(row, seen) : 0
  const stuck = (outgoing[row.id] ?? []).some(entry => entry.state === 'failed')
  const draft = row.id !== open && (drafts[row.id]?.message || drafts[row.id]?.note)
  const author = { bot: words.bot, agent: row.agent === session.name ? words.you : words.agent, system: words.system }[row.lastAuthor]
  const claimable = part === 'waiting' || part === 'promised'
  return html`<li class=${`row ${row.id === open ? 'is-open' : ''} ${late ? 'is-late' : ''} ${count > 0 ? 'is-unread' : ''}`}>
    <button type="button" class="row-main" data-row=${row.id} aria-current=${row.id === open ? 'true' : null} onClick=${() => onOpen(row.id)}>
      <span class="row-head">
        <span class="row-channel" title=${channel}><${Icon} name=${channelIcon(row.channel)} size=${15} /><span class="unseen">${channel}</span></span>
        <bdi class="row-name">${name}</bdi>
        ${row.language && html`<span class="tag" title=${words.speaks}>${row.language.toUpperCase()}</span>`}
        <span class=${`row-time ${state !== 'onTime' ? 'warns' : ''}`}>${part === 'promised'
          ? html`<${When} at=${row.due} form="until" />`
          : part === 'waiting' ? html`<span class="unseen">${words.waiting} </span><${When} at=${row.since} form="length" />` : html`<${When} at=${row.lastAt} />`}</span>
      </span>
      ${claimable && html`<span class="row-why">
        ${part === 'promised' && html`<span class="row-due"><${Icon} name="promise" size=${14} /> ${{ callback: words.callBy, email: words.mailBy }[row.promise] ?? words.answerBy} <${When} at=${row.due} form="due" /></span>`}
        <span>${reasonInWords(row.reason, language)}</span>${(row.words ?? []).slice(0, 3).map(word => html`<span class="chip" key=${word}>${plainName(word)}</span>`)}</span>`}
      <span class="row-last"><span class="row-text" lang=${row.language}>${author && html`<b lang=${language}>${author}: </b>`}${plainName(row.lastText, '')}</span>
        ${stuck && html`<span class="badge bad">${words.unsent}</span>`}
        ${state === 'atRisk' && html`<span class="badge risk" title=${words.goals[goal.goal]}>${words.dueSoon} <${When} at=${goal.due} form="until" /></span>`}
        ${state === 'missed' && !late && html`<span class="badge bad" title=${words.goals[goal.goal]}>${words.overdueFor} <${When} at=${goal.due} form="length" /></span>`}
        ${draft && !stuck && html`<span class="badge plain">${words.draft}</span>`}
        ${count > 0 && html`<span class="badge"><span aria-hidden="true">${count}</span><span class="unseen">${words.unreadCount(count)}</span></span>`}</span>
    </button>
    ${claimable && html`<button type="button" class="row-claim" onClick=${() => onClaim(row.id)}
      aria-label=${`${words.claim}: ${name}`}><${Icon} name="hand" size=${16} /><span>${words.claim}</span></button>`}
  </li>`
}
