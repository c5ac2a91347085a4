import { plainName } from '../models/names.js'
import { html, useEffect, useRef, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Icon } from './icons.js'

/** Who else is there, folded away behind a number. */
export function Colleagues({ colleagues }) {
  const { words } = useWords()
  const [open, setOpen] = useState(false)
  const root = useRef()
  useEffect(() => {
    if (!open) return
    const outside = event => root.current?.contains(event.target) || setOpen(false)
    const leave = event => event.key === 'Escape' && setOpen(false)
    addEventListener('pointerdown', outside)
    addEventListener('keydown', leave)
    return () => {
      removeEventListener('pointerdown', outside)
      removeEventListener('keydown', leave)
    }
  }, [open])
  const there = colleagues.filter(colleague => colleague.available).length
  return html`<div class="colleagues" ref=${root}>
    <button type="button" class="bar-button" aria-label=${`${words.colleagues}: ${words.othersHere(there)}`} aria-expanded=${String(open)} aria-controls="colleague-list" onClick=${() => setOpen(!open)}>
      <${Icon} name="person" /><span class="bar-label">${words.colleagues}: ${words.othersHere(there)}</span><span class="bar-number">${there}</span>
    </button>
    <div id="colleague-list" class="popover" hidden=${!open}>
      ${colleagues.length === 0 ? html`<p class="empty">${words.nobodyElse}</p>` : html`<ul>${colleagues.map(colleague => html`
        <li key=${colleague.name}><span class=${colleague.available ? 'dot there' : 'dot'} aria-hidden="true"></span>
          <span class="grow"><bdi>${plainName(colleague.displayName)}</bdi><small>${colleague.available ? words.available : words.away}</small></span>
          <small>${words.conversationCount(colleague.conversations ?? 0)}</small></li>`)}</ul>`}
    </div>
  </div>`
}
