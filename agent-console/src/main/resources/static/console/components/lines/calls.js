import { lines as calls } from '../../lib/lines.js'
import { accountOf } from '../../models/channels.js'
import { html, useState } from '../../vendor/htm-preact-standalone.js'
import { When } from '../when.js'

/** The last calls of the platform, or the last mails, and what became of each. */
export function Calls({ events, title, says }) {
  return html`<section class="line-card"><h3>${title}</h3>
    ${events.length === 0 && html`<p class="empty">${says.noEvents}</p>`}
    <ul class="calls">${events.map(event => html`<li key=${event.key}>
      <${When} at=${event.at} /><code>${event.key}</code><span class=${`call-state is-${event.state}`}>${says.event[event.state]}</span></li>`)}</ul></section>`
}

/** What could not be read: to be looked at, read again by a newer version, or thrown away. */
export function Quarantine({ id, events, says, act, guarded }) {
  return html`<section class="line-card is-warning"><header class="line-card-head"><h3>${says.quarantine}</h3>
      ${events.length > 1 && html`<button type="button" class="button" onClick=${() => act(() => calls.replay(id, null))}>${says.replayAll}</button>`}</header>
    <ul class="unread">${events.map(event => html`<${Unread} key=${event.key} id=${id} event=${event} says=${says} act=${act} guarded=${guarded} />`)}</ul></section>`
}

function Unread({ id, event, says, act, guarded }) {
  const [body, setBody] = useState(null)
  const otherAccount = accountOf(event.problem)
  async function show() {
    if (body !== null) return setBody(null)
    try {
      setBody((await guarded(() => calls.unread(id, event.key))).body)
    } catch {
      setBody(null) // it has left its quarantine meanwhile; the list follows
    }
  }
  return html`<li><p><${When} at=${event.at} /> <b>${otherAccount ? says.otherAccount(otherAccount) : event.problem}</b></p>
    ${body !== null && html`<pre tabindex="0">${body}</pre>`}
    <p class="unread-acts"><button type="button" class="link" aria-expanded=${String(body !== null)} onClick=${show}>${body === null ? says.show : says.hide}</button>
      <button type="button" class="link" onClick=${() => act(() => calls.replay(id, event.key))}>${says.replay}</button>
      <button type="button" class="link quiet" onClick=${() => act(() => calls.discard(id, event.key))}>${says.discard}</button></p></li>`
}
