import { html } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'

/** Whether new conversations may come to this agent. */
export function PresenceSwitch({ available, onChange }) {
  const { words } = useWords()
  return html`<button type="button" role="switch" class="presence" aria-checked=${String(available)} aria-label=${words.presenceLabel}
    onClick=${() => onChange(!available)}>
    <span class="presence-track" aria-hidden="true"><span class="presence-knob"></span></span>
    <span aria-hidden="true">${available ? words.available : words.away}</span>
  </button>`
}
