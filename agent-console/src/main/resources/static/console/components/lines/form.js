import { lines as calls } from '../../lib/lines.js'
import { firstValues, freeName, goodName, isFurther, missing, moved } from '../../models/channels.js'
import { providerTold, withAddress } from '../../models/mailboxes.js'
import { html, useEffect, useRef, useState } from '../../vendor/htm-preact-standalone.js'
import { wordFor } from '../../words/index.js'
import { channelIcon, Icon } from '../icons.js'
import { Field, Told } from './field.js'
import { Provider } from './provider.js'

/** What a new line or a changed one is told. Secrets that were told before are never shown, and stay unless told anew. */
export function LineForm({ says, overview, guarded, details, onKept, onCancel }) {
  const known = Boolean(details)
  const [channel, setChannel] = useState(details?.line.channel ?? null)
  const [name, setName] = useState(details?.line.line ?? '')
  const [values, setValues] = useState(details?.told ?? {})
  const [proposed, setProposed] = useState({})
  const [faults, setFaults] = useState([])
  const [refusal, setRefusal] = useState(null)
  const [busy, setBusy] = useState(false)
  const form = useRef()
  const kind = overview.kinds.find(one => one.channel === channel)
  const elsewhere = known && moved(kind, values, details.told)
  const kept = known && !elsewhere // whether secrets that are not told stay

  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector('[aria-invalid=true]')?.focus()
  }, [faults])

  function choose(one) {
    setChannel(one.channel)
    setName(freeName(one.channel, overview.lines))
    const first = firstValues(one, overview)
    setValues(first)
    setProposed(first)
    setFaults([])
  }

  const tell = (field, value) => setValues(all => (channel === 'email' && field === 'address' ? withAddress(all, value) : { ...all, [field]: value }))

  async function keep(event) {
    event.preventDefault()
    const taken = !known && overview.lines.some(({ line }) => line === name)
    const wrong = [...(goodName(name) && !taken ? [] : ['name']), ...missing(kind, values, kept)]
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
  const told = field => html`<${Told} key=${field.name} field=${field} channel=${channel} value=${values[field.name] ?? ''} known=${kept} proposed=${proposed[field.name]}
    fault=${faults.includes(field.name)} says=${says} onInput=${value => tell(field.name, value)} />`
  const further = kind.fields.filter(field => isFurther(channel, field))
  const unfolded = further.some(({ name: one }) => details?.told[one]) || (channel === 'email' && providerTold(values)?.needs === 'oauth')
  return html`<form class="line-card line-form" ref=${form} onSubmit=${keep} novalidate>
    <h2>${known ? says.settings : wordFor(says.channels, channel)}</h2>
    ${!known && html`<${Field} id="line-name" label=${says.name} hint=${says.nameHint} value=${name} fault=${nameFault} onInput=${setName} />`}
    ${kind.fields.filter(field => !further.includes(field)).map(field => html`${told(field)}
      ${field.name === 'address' && channel === 'email' && html`<${Provider} key="provider" values=${values} says=${says} onChoose=${servers => setValues(all => ({ ...all, ...servers }))} />`}`)}
    ${further.length > 0 && html`<details class="line-further" open=${unfolded}><summary>${says.further}</summary>
      <div class="line-further-fields">${further.map(told)}</div></details>`}
    <p class="line-moved" role="status">${elsewhere && says.moved}</p>
    <p class="problem" role="alert">${refusal}</p>
    <footer><button type="button" class="button" onClick=${onCancel}>${says.cancel}</button>
      <button class="button primary" disabled=${busy}>${busy ? says.saving : says.save}</button></footer>
  </form>`
}
