import { lineOf } from '../models/lines.js'
import { plainName } from '../models/names.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Icon } from './icons.js'
import { When } from './when.js'

/** Something that happened between the messages. */
export function EventLine({ event, nameOf, onPart }) {
  const { words, language } = useWords()
  const { icon, text, chips = [], note, tone = '', join } = lineOf(event, words, language, nameOf)
  return html`<li class=${`line ${tone}`}>
    <p><${Icon} name=${icon} size=${14} /><span>${text}</span>${chips.map(chip => html`<span class="chip" key=${chip}>${plainName(chip)}</span>`)}
      <${When} at=${event.at} form="clock" />
      ${join && onPart && html`<button type="button" class="line-undo" onClick=${() => onPart(join)}>${words.part}</button>`}</p>
    ${note && html`<p class="line-note">${String(note)}</p>`}
  </li>`
}
