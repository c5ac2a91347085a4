import { html } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Icon } from './icons.js'

/** Short sentences that pass: a colleague was faster, something did not work. */
export function Notices({ notices, onDismiss }) {
  const { words } = useWords()
  return html`<div class="notices" role="status" aria-live="polite">
    ${notices.map(({ id, key, values }) => html`<p class="notice" key=${id}>
      <span>${typeof words[key] === 'function' ? words[key](...values) : words[key]}</span>
      <button type="button" class="icon-button" aria-label=${words.close} onClick=${() => onDismiss(id)}><${Icon} name="close" size=${16} /></button>
    </p>`)}
  </div>`
}
