import { readableKey } from '../models/names.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { wordFor } from '../words/index.js'

/** Templates that are approved and cannot be sent from here, each with the reason. */
export function Unusable({ ones, title, reasons }) {
  if (!ones?.length) return null
  return html`<section class="unusable"><h3>${title}</h3>
    <ul>${ones.map(({ name, language, why }) => html`<li key=${`${name} ${language}`}><b>${readableKey(name)}</b> <small>${language.replace('_', '-')}</small>
      <span>${wordFor(reasons, why, reasons.other)}</span></li>`)}</ul></section>`
}
