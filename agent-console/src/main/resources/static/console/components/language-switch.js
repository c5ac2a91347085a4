import { html } from '../vendor/htm-preact-standalone.js'
import { LANGUAGE_NAMES, useWords } from '../words/index.js'

/** German or English; each names itself in its own language. */
export function LanguageSwitch({ setLanguage }) {
  const { words, language } = useWords()
  return html`<div class="language-switch" role="group" aria-label=${words.language}>
    ${Object.entries(LANGUAGE_NAMES).map(([code, name]) => html`
      <button key=${code} type="button" class="language" lang=${code} aria-pressed=${String(code === language)} aria-label=${`${code.toUpperCase()}, ${name}`} title=${name}
        onClick=${() => setLanguage(code)}>${code.toUpperCase()}</button>`)}
  </div>`
}
