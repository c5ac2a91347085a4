import { lines as calls } from '../../lib/lines.js'
import { html, useCallback, useEffect, useState } from '../../vendor/htm-preact-standalone.js'
import { wordFor } from '../../words/index.js'
import { channelIcon, Icon } from '../icons.js'
import { Unusable } from '../unusable.js'
import { When } from '../when.js'
import { Calls, Quarantine } from './calls.js'
import { Connect } from './connect.js'
import { Copied } from './copied.js'
import { LineForm } from './form.js'
import { Mailbox } from './mailbox.js'
import { State } from './page.js'
import { Attempt, TestMessage } from './trials.js'

const EVERY = 4_000

/** One line: what is wrong with it, whether its credentials hold, where it is called, and what came. */
export function Line({ line, overview, says, guarded, onChanged, onGone }) {
  const [details, setDetails] = useState(null)
  const [editing, setEditing] = useState(false)
  const id = line.line
  const load = useCallback(() => guarded(() => calls.one(id)).then(setDetails).catch(() => {}), [guarded, id])
  useEffect(() => {
    load()
    const timer = setInterval(() => document.visibilityState === 'visible' && load(), EVERY)
    return () => clearInterval(timer)
  }, [load])

  const act = useCallback(async action => {
    try {
      const result = await guarded(action)
      if (result?.line) setDetails(result)
      onChanged()
    } catch {
      load()
    }
  }, [guarded, load, onChanged])

  const shown = details?.line ?? line
  const called = shown.reach === 'called'
  return html`<article class="line-page">
    <header class="line-title"><${Icon} name=${channelIcon(shown.channel)} size=${24} />
      <div class="grow"><h2>${id}</h2><p>${wordFor(says.channels, shown.channel)}${shown.heard && html` · ${says.heard} <${When} at=${shown.heard} />`}</p></div>
      <${State} line=${shown} says=${says} /></header>
    ${shown.troubles.length > 0 && html`<ul class="troubles">${shown.troubles.map(({ code, detail }) => html`<li key=${code} class=${`trouble is-${code}`}>
      <${Icon} name="alert" /><span class="grow">${(says.troubles[code] ?? String)(detail)}</span>
      ${code === 'paused' && html`<button type="button" class="button" onClick=${() => act(() => calls.resume(id))}>${says.resume}</button>`}</li>`)}</ul>`}
    ${details?.owed > 0 && html`<p class="fine">${says.owed(details.owed)}</p>`}
    ${shown.reach === 'visited' && html`<${Connect} line=${shown} overview=${overview} says=${says} />`}
    ${shown.reach === 'fetched' && html`<${Mailbox} id=${id} details=${details} says=${says} guarded=${guarded} />`}
    ${called && html`
      <section class="line-card"><h3>${says.credentials}</h3>
        <${Attempt} label=${says.check} busy=${says.checking} answers=${says.checked} run=${() => guarded(() => calls.check(id))} says=${says} /></section>
      <section class="line-card"><h3>${says.webhook}</h3>
        <p class="fine">${wordFor(says.where, shown.channel, '')}</p>
        <${Copied} label=${says.address} text=${shown.webhook} says=${says} />
        ${details?.told['verify-token'] && html`<${Copied} label=${says.verify} text=${details.told['verify-token']} says=${says} />`}
        <${Attempt} label=${details?.registers ? says.connect : says.reach} busy=${says.checking} answers=${says.connected} run=${() => guarded(() => calls.handshake(id))} says=${says} /></section>
      ${shown.channel === 'whatsapp' && html`<section class="line-card"><h3>${says.templates}</h3>
        <p class="fine">${says.templatesWhy}</p>
        <${Attempt} label=${says.templatesAsk} busy=${says.checking} answers=${says.templatesTold} run=${() => guarded(() => calls.templates(id)).then(told)} says=${says}
          more=${detail => html`<${Unusable} ones=${detail?.unusable} title=${says.templatesUnusable} reasons=${says.templateReasons} />`} /></section>`}
      <${TestMessage} channel=${shown.channel} says=${says} send=${(to, text) => guarded(() => calls.message(id, to, text))} />
      ${details?.quarantine.length > 0 && html`<${Quarantine} id=${id} events=${details.quarantine} says=${says} act=${act} guarded=${guarded} />`}
      <${Calls} events=${details?.events ?? []} title=${says.events} says=${says} />`}
    ${!shown.editable && html`<p class="fine">${overview.kinds.some(({ channel }) => channel === shown.channel) ? says.inSettings : says.always}</p>`}
    ${shown.editable && details && (editing
      ? html`<${LineForm} says=${says} overview=${overview} guarded=${guarded} details=${details} onCancel=${() => setEditing(false)}
          onKept=${() => { setEditing(false); load(); onChanged() }} />`
      : html`<${Ending} says=${says} onEdit=${() => setEditing(true)} onRemove=${() => guarded(() => calls.forget(id)).then(onGone).catch(load)} />`)}
  </article>`
}

/** An offer of templates as the outcome of an attempt; `ok` once there are some. */
const told = ({ state, templates, unusable, why, outage }) => (state === 'known'
  ? outage ? { code: 'unknown', detail: outage } : { code: templates.length > 0 ? 'ok' : 'empty', detail: { usable: templates.length, unusable } }
  : { code: state, detail: why })

function Ending({ says, onEdit, onRemove }) {
  const [sure, setSure] = useState(false)
  if (sure) {
    return html`<section class="line-card is-warning" role="alert"><p>${says.removeSure}</p>
      <footer><button type="button" class="button" onClick=${() => setSure(false)}>${says.cancel}</button>
        <button type="button" class="button danger" onClick=${onRemove}>${says.removeYes}</button></footer></section>`
  }
  return html`<footer class="line-ending"><button type="button" class="button" onClick=${onEdit}>${says.edit}</button>
    <button type="button" class="link quiet" onClick=${() => setSure(true)}>${says.remove}</button></footer>`
}
