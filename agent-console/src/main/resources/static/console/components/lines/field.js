import { isYesOrNo } from '../../models/channels.js'
import { html } from '../../vendor/htm-preact-standalone.js'
import { wordFor } from '../../words/index.js'
import { Copy } from './copied.js'

/** Label and hint of a field; some channels have words of their own. */
const wordsOf = (says, channel, name) => wordFor(says.fields, `${channel}.${name}`, null) ?? wordFor(says.fields, name, [name, ''])

/** One thing that a line is told. */
export function Told({ field, channel, value, known, proposed, fault, says, onInput }) {
  const [label, hint] = wordsOf(says, channel, field.name)
  const id = `line-${field.name.replaceAll('.', '-')}`
  if (isYesOrNo(field.name)) return html`<${Check} id=${id} label=${label} hint=${hint} value=${value} onInput=${onInput} />`
  const fresh = field.secret && value !== '' && value === proposed
  return html`<${Field} id=${id} label=${label} hint=${fresh ? says.proposed : hint} value=${value} secret=${field.secret && !fresh}
    placeholder=${field.secret && known ? says.unchanged : field.needed || field.name === 'password' ? '' : says.optional}
    fault=${fault && says.needed} onInput=${onInput}>
    ${fresh && html`<p><${Copy} label=${label} text=${value} says=${says} /></p>`}</${Field}>`
}

export function Field({ id, label, hint, value, secret, placeholder, fault, onInput, children }) {
  return html`<div class="field"><label for=${id}>${label}</label>
    <input id=${id} type=${secret ? 'password' : 'text'} autocomplete="off" autocapitalize="none" spellcheck="false" placeholder=${placeholder}
      value=${value} aria-invalid=${String(Boolean(fault))} aria-describedby=${`${id}-hint`} onInput=${event => onInput(event.target.value)} />
    <small id=${`${id}-hint`}>${fault ? html`<span class="problem">${fault}</span>` : hint}</small>${children}</div>`
}

function Check({ id, label, hint, value, onInput }) {
  return html`<div class="field"><label class="tick" for=${id}><input id=${id} type="checkbox" checked=${value === 'true'} aria-describedby=${`${id}-hint`}
    onChange=${event => onInput(event.target.checked ? 'true' : '')} /> ${label}</label><small id=${`${id}-hint`}>${hint}</small></div>`
}
