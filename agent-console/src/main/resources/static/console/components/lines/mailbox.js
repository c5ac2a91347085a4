import { lines as calls } from '../../lib/lines.js'
import { html } from '../../vendor/htm-preact-standalone.js'
import { When } from '../when.js'
import { Calls } from './calls.js'
import { Attempt, TestMessage } from './trials.js'

/** A mailbox that we look into: whether both servers let us in, and what came. */
export function Mailbox({ id, details, says, guarded }) {
  const { at, taken } = details?.looked ?? { at: null, taken: 0 }
  return html`<section class="line-card"><h3>${says.credentials}</h3>
      <${Attempt} label=${says.check} busy=${says.checking} answers=${says.mailChecked} run=${() => guarded(() => calls.check(id))} says=${says} /></section>
    <${TestMessage} channel="email" says=${says} send=${(to, text) => guarded(() => calls.message(id, to, text))} />
    <section class="line-card"><h3>${says.mailbox}</h3>
      <p>${at ? html`${says.looked} <${When} at=${at} />. ` : `${says.unlooked} `}${says.taken(taken)}</p></section>
    <${Calls} events=${details?.events ?? []} title=${says.mails} says=${says} />`
}
