import { html, useState } from '../../vendor/htm-preact-standalone.js'
import { Icon } from '../icons.js'

/** Something that is entered elsewhere: one line, or a whole piece of code as a `block`. */
export function Copied({ label, text, block, says }) {
  return html`<div class=${block ? 'copied is-block' : 'copied'}><span class="copied-label">${label}</span>
    ${block ? html`<pre tabindex="0" aria-label=${label}><code>${text}</code></pre>` : html`<code>${text}</code>`}
    <${Copy} label=${label} text=${text} says=${says} /></div>`
}

export function Copy({ label, text, says }) {
  const [done, setDone] = useState(false)
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
      setTimeout(() => setDone(false), 2_000)
    } catch {
      setDone(false) // the text stands there to be copied by hand
    }
  }
  return html`<button type="button" class="button" onClick=${copy} aria-label=${`${says.copy}: ${label}`}><${Icon} name="copy" /><span role="status">${done ? says.copied : says.copy}</span></button>`
}
