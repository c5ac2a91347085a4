import { lines as calls } from '../../lib/lines.js'
import { firstValues, freeName, goodName, missing } from '../../models/channels.js'
import { html, useEffect, useRef, useState } from '../../vendor/htm-preact-standalone.js'
import { wordFor } from '../../words/index.js'
import { channelIcon, Icon } from '../icons.js'

/** What a new line or a changed one is told. Secrets that were told before are never shown, and stay unless told anew. */
export function LineForm({ says, overview, guarded, details, onKept, onCancel }) {
  const known = Boolean(details)
  const [channel, setChannel] = useState(details?.line.channel ?? null)
  const [name, setName] = useState(details?.line.line ?? '')
  const [values, setValues] = useState(details?.told ?? {})
  const [faults, setFaults] = useState([])
  const [refusal, setRefusal] = useState(null)
  const [busy, setBusy] = useState(false)
  const form = useRef()
  const kind = overview.kinds.find(one => one.channel === channel)

  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector('[aria-invalid=true]')?.focus()
  }, [faults])

  function choose(one) {
    setChannel(one.channel)
    setName(freeName(one.channel, overview.lines))
    setValues(firstValues(one, overview))
    setFaults([])
  }

  async function keep(event) {
    event.preventDefault()
    const taken = !known && overview.lines.some(({ line }) => line === name)
    const wrong = [...(goodName(name) && !taken ? [] : ['name']), ...missing(kind, values, known)]
    setFaults(wrong)
    setRefusal(null)
    if (wrong.length > 0) return
    setBusy(true)
    try {
      await guarded(() => calls.keep(name, channel, values))
      onKept(name)
    } catch (failure) {
      setRefusal(failure.status === 400 ? says.refused(failure.body.detail ?? '') : says.failed)
      setBusy(false)
    }
  }

  if (!kind) {
    return html`<section class="line-card"><h2>${says.which}</h2>
      <ul class="kinds">${overview.kinds.map(one => html`<li key=${one.channel}><button type="button" class="kind" onClick=${() => choose(one)}>
        <${Icon} name=${channelIcon(one.channel)} size=${22} />${wordFor(says.channels, one.channel)}</button></li>`)}</ul>
      <button type="button" class="button" onClick=${onCancel}>${says.cancel}</button></section>`
  }

  const nameFault = faults.includes('name') && (goodName(name) ? says.nameTaken : says.nameBad)
  return html`<form class="line-card line-form" ref=${form} onSubmit=${keep} novalidate>
    <h2>${known ? says.settings : wordFor(says.channels, channel)}</h2>
    ${!known && html`<${Field} id="line-name" label=${says.name} hint=${says.nameHint} value=${name} fault=${nameFault} onInput=${setName} />`}
    ${kind.fields.map(field => {
      const [label, hint] = wordFor(says.fields, `${channel}.${field.name}`, null) ?? wordFor(says.fields, field.name, [field.name, ''])
      return html`<${Field} key=${field.name} id=${`line-${field.name}`} label=${label} hint=${hint} value=${values[field.name] ?? ''} secret=${field.secret}
        placeholder=${field.secret && known ? says.unchanged : field.needed ? '' : says.optional}
        fault=${faults.includes(field.name) && says.needed} onInput=${value => setValues(all => ({ ...all, [field.name]: value }))} />`
    })}
    <p class="problem" role="alert">${refusal}</p>
    <footer><button type="button" class="button" onClick=${onCancel}>${says.cancel}</button>
      <button class="button primary" disabled=${busy}>${busy ? says.saving : says.save}</button></footer>
  </form>`
}

function Field({ id, label, hint, value, secret, placeholder, fault, onInput }) {
  return html`<div class="field"><label for=${id}>${label}</label>
    <input id=${id} type=${secret ? 'password' : 'text'} autocomplete="off" autocapitalize="none" spellcheck="false" placeholder=${placeholder}
      value=${value} aria-invalid=${String(Boolean(fault))} aria-describedby=${`${id}-hint`} onInput=${event => onInput(event.target.value)} />
    <small id=${`${id}-hint`}>${fault ? html`<span class="problem">${fault}</span>` : hint}</small></div>`
}
