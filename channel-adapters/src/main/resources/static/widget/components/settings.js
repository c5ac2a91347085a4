import { el, link } from './dom.js'

const CSS = /* css */ `
.settings {
  position: absolute; z-index: 2; top: 100%; right: -2.5rem; width: 17.5rem; padding: .375rem;
  border: 1px solid var(--line); border-radius: .75rem; background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
}
.settings > * {
  display: flex; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; gap: .75rem; align-items: center; justify-content: space-between;
  border-radius: .5rem; color: inherit; text-align: start; text-decoration: none; line-height: 1.3;
}
.settings > :hover { background: var(--ground); }
.settings input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--accent-ink); }
`

/** What is seldom wanted. Loaded when the menu is opened; what is returned calms it when it opens again. */
export function settings(list, { words, privacyUrl, sound, onSound, onForget }) {
  const sheet = new CSSStyleSheet()
  const tone = el('input', { type: 'checkbox', role: 'switch', onchange: () => onSound(tone.checked) })
  const forget = el('button', { onclick() {
    if (sure) return onForget()
    sure = true
    forget.textContent = words.forgetSure
  } })
  let sure
  sheet.replaceSync(CSS)
  list.getRootNode().adoptedStyleSheets.push(sheet)
  tone.checked = sound
  list.append(...[el('label', {}, words.sound, tone), privacyUrl && link(privacyUrl, words.privacy), forget].filter(Boolean))
  return () => {
    sure = false
    forget.textContent = words.forget
  }
}
