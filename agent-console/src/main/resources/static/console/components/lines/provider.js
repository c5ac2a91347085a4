import { PROVIDERS, providerOf, providerTold, serversOf } from '../../models/mailboxes.js'
import { html } from '../../vendor/htm-preact-standalone.js'

/** Fills in a known provider's servers, and says what has to be done there first. */
export function Provider({ values, says, onChoose }) {
  const chosen = providerTold(values) ?? providerOf(values.address ?? '')
  return html`<div class="field"><label for="line-provider">${says.provider}</label>
    <select id="line-provider" value=${chosen?.id ?? ''} aria-describedby="line-provider-hint"
      onChange=${event => onChoose(event.target.value ? serversOf(PROVIDERS.find(({ id }) => id === event.target.value)) : { imap: '', smtp: '' })}>
      <option value="">${says.otherProvider}</option>
      ${PROVIDERS.map(({ id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
    </select>
    <small id="line-provider-hint">${chosen?.needs ? says.providerNeeds[chosen.needs] : says.providerHint}</small></div>`
}
