import { html, useEffect, useRef } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Icon } from './icons.js'

/** A modal window. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, kind = '', onClose, children }) {
  const { words } = useWords()
  const ref = useRef()
  useEffect(() => {
    const dialog = ref.current
    dialog.showModal()
    return () => dialog.close()
  }, [])
  const outside = event => event.target === ref.current && onClose()
  return html`<dialog ref=${ref} class=${`dialog ${kind}`} aria-labelledby="dialog-title" onClose=${onClose} onPointerDown=${outside}>
    <div class="dialog-body">
      <header><h2 id="dialog-title">${title}</h2>
        <button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}><${Icon} name="close" /></button></header>
      ${children}
    </div>
  </dialog>`
}
