import { readableKey } from '../models/names.js'
import { certainty, summary } from '../models/turns.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'
import { Icon } from './icons.js'

function Fact({ name, children }) {
  return html`<div><dt>${name}</dt><dd>${children}</dd></div>`
}

/** What the bot made of the last words, in one quiet line; the rest on demand. */
export function TurnLine({ event }) {
  const { words, language } = useWords()
  const decision = wordFor(words.decisions, String(event.decision ?? '').toLowerCase().replace(/[^a-z]/g, ''), event.decision)
  const candidates = event.candidates ?? []
  return html`<li class="line turn"><details>
    <summary><${Icon} name="bot" size=${14} /><span>${summary(event, words, language)}</span></summary>
    <dl>
      ${decision && html`<${Fact} name=${words.turnDecision}>${decision}<//>`}
      ${candidates.length > 0 && html`<${Fact} name=${words.turnCandidates}>${candidates.map(({ title, intent, probability }) => html`<span key=${intent} class="candidate">${title ?? intent} ${certainty(probability, language)}</span>`)}<//>`}
      ${event.entities?.length > 0 && html`<${Fact} name=${words.turnEntities}>${event.entities.map(({ kind, value }) => `${wordFor(words.fields, kind, readableKey(kind))}: ${value}`).join(', ')}<//>`}
      ${event.words?.length > 0 && html`<${Fact} name=${words.turnWords}>${event.words.map(word => html`<span class="chip" key=${word}>${word}</span>`)}<//>`}
      ${event.rule && html`<${Fact} name=${words.rule}><code>${event.rule}</code><//>`}
      ${event.failures > 0 && html`<${Fact} name=${words.turnFailures}>${event.failures}<//>`}
      ${event.catalogue && html`<${Fact} name=${words.turnCatalogue}><code>${String(event.catalogue).slice(0, 12)}</code><//>`}
      ${event.millis !== undefined && html`<${Fact} name=${words.turnMillis}>${event.millis} ms<//>`}
    </dl></details></li>`
}
