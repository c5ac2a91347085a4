import { plainName } from '../models/names.js'
import { unsentWhy } from '../models/outgoing.js'
import { delivery } from '../models/thread.js'
import { html, useState } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'
import { Files } from './files.js'
import { channelIcon, Icon } from './icons.js'
import { When } from './when.js'

const LONG = 900
const ICONS = { contact: 'person', bot: 'bot', agent: 'agent', system: 'chat' }

/** What was written, as it was written; a very long text opens on demand. */
function Words({ text, language }) {
  const { words } = useWords()
  const [all, setAll] = useState(false)
  const full = String(text ?? '')
  const long = full.length > LONG || full.split('\n').length > 30
  const shown = long && !all ? full.split('\n').slice(0, 30).join('\n').slice(0, LONG) + ' …' : full
  return html`<p class="words" lang=${language} dir="auto">${shown}</p>
    ${long && html`<button type="button" class="link" onClick=${() => setAll(!all)}>${all ? words.showLess : words.showMore}</button>`}`
}

function Receipt({ event, cursors, failure }) {
  const { words } = useWords()
  const { state, reason } = delivery(event, cursors, new Map(failure ? [[event.seq, failure]] : []))
  if (state === 'failed') {
    if (failure.class === 'ambiguous') return html`<span class="receipt bad" title=${reason}><${Icon} name="alert" size=${14} />${words.mayHaveArrived}</span>`
    return html`<span class="receipt bad" title=${reason}><${Icon} name="alert" size=${14} />${words.notDelivered}: ${wordFor(words.failures, failure.class, reason)}</span>`
  }
  return html`<span class=${`receipt ${state}`}><${Icon} name=${state === 'sent' ? 'check' : 'checks'} size=${15} />${words[state]}</span>`
}

/** By which line: in words once there are several. */
function Via({ channel, several, contact }) {
  const { words } = useWords()
  const name = wordFor(words.channels, channel)
  if (several) return html`<span class="via"><${Icon} name=${channelIcon(channel)} size=${13} />${name}</span>`
  return contact && html`<span class="via" title=${name}><${Icon} name=${channelIcon(channel)} size=${13} /></span>`
}

/** What did not arrive goes by the next way at one press; once it went, that is said. */
function NextWay({ event, failure, repeated, next, onRepeat, template, onTemplate }) {
  const { words } = useWords()
  const name = way => wordFor(words.channels, way.channel)
  if (repeated) return html`<span class="repeated">${words.sentByWay(name(repeated))}</span>`
  const say = failure.class === 'ambiguous' ? words.sendByWayToo : words.sendByWay
  return html`${template && html`<button type="button" class="link" onClick=${() => onTemplate(template)}>${words.chooseTemplate}</button>`}${next && html`<button type="button" class="link" aria-label=${`${say(name(next))}: ${plainName(String(event.text ?? '').slice(0, 60), '')}`} onClick=${() => onRepeat(event.seq, next.line)}>${say(name(next))}</button>`}`
}

/** What a message said before it was changed. */
function Earlier({ texts, language }) {
  const { words } = useWords()
  return html`<details class="earlier"><summary>${words.edited}</summary>
    <ol aria-label=${words.saidBefore}>${texts.map((text, index) => html`<li key=${index} lang=${language} dir="auto">${text}</li>`)}</ol></details>`
}

/** A message of the contact, the bot, a person or the system; told apart by side, shape, icon and name. */
export function Message({ event, first, contact, me, failure, repeated, several, next, onRepeat, template, onTemplate, cursors, language }) {
  const { words } = useWords()
  const kind = event.author?.kind ?? 'system'
  const mine = kind === 'agent' && event.author.agent === me
  const name = mine ? words.you : kind === 'contact' ? contact : kind === 'agent' ? plainName(event.author.name ?? event.author.agent) : words[kind] ?? kind
  return html`<li class=${`message by-${kind} ${first ? 'first' : ''} ${failure ? 'is-failed' : ''}`} data-seq=${event.seq}>
    ${first ? html`<p class="by"><${Icon} name=${ICONS[kind] ?? 'chat'} size=${15} /><bdi>${name}</bdi>
      ${event.channel && kind !== 'system' && html`<${Via} channel=${event.channel} several=${several} contact=${kind === 'contact'} />`}</p>`
      : html`<p class="unseen">${name}</p>`}
    <div class="bubble">${event.withdrawn ? html`<p class="taken-back">${words.takenBack}</p>` : event.text && html`<${Words} text=${event.text} language=${language} />`}<${Files} files=${event.attachments} />
      ${event.choices?.length > 0 && html`<ul class="offers" aria-label=${words.offered}>${event.choices.map(choice => html`<li key=${choice.payload ?? choice.title}>${String(choice.title ?? '')}</li>`)}</ul>`}</div>
    <p class="under"><${When} at=${event.at} form="clock" />${event.earlier && html`<${Earlier} texts=${event.earlier} language=${language} />`}${event.template && html`<span class="repeated">${words.byTemplate(event.template)}</span>`}${event.repeats && html`<span class="repeated">${words.repeats}</span>`}${
      (kind === 'agent' || failure) && html`<${Receipt} event=${event} cursors=${cursors} failure=${failure} />`}${
      failure && html`<${NextWay} event=${event} failure=${failure} repeated=${repeated} next=${next} onRepeat=${onRepeat} template=${template} onTemplate=${onTemplate} />`}</p>
  </li>`
}

/** A note among colleagues: paper, not speech. */
export function NoteSlip({ event, name }) {
  const { words } = useWords()
  return html`<li class="message note-slip first" data-seq=${event.seq}>
    <p class="by"><${Icon} name="note" size=${15} /><span><bdi>${plainName(name)}</bdi> · ${words.noteOnly}</span></p>
    <div class="bubble"><${Words} text=${event.text} /></div>
    <p class="under"><${When} at=${event.at} form="clock" /></p>
  </li>`
}

/** Written here, not yet in the log: on its way, or not sent and waiting for a decision. */
export function Outgoing({ entry, onAgain, onDiscard }) {
  const { words } = useWords()
  const why = unsentWhy(entry.problem, words)
  const note = entry.kind === 'note'
  return html`<li class=${`message first ${note ? 'note-slip' : 'by-agent'} is-${entry.state}`}>
    <p class="by"><${Icon} name=${note ? 'note' : 'agent'} size=${15} /><span>${words.you}${note && ` · ${words.noteOnly}`}</span></p>
    <div class="bubble">${entry.text && html`<${Words} text=${entry.text} />`}<${Files} files=${entry.attachments} /></div>
    ${entry.state === 'failed' ? html`<p class="under" role="alert"><span class="receipt bad" title=${entry.problem?.detail}><${Icon} name="alert" size=${14} />${words.notSent}${why && ` (${why})`}</span>
        <button type="button" class="link" onClick=${onAgain}>${words.sendAgain}</button><button type="button" class="link quiet" onClick=${onDiscard}>${words.discard}</button></p>`
      : html`<p class="under"><span class="receipt">${entry.state === 'stored' ? words.sent : words.sending}</span></p>`}
  </li>`
}
