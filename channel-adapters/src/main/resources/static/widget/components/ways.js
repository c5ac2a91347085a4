import { SVG, el, icon, link, setText } from './dom.js'
import { safeHref } from '../models/texts.js'

const WORDS = {
  de: {
    hint: 'Ihr Gespräch und Ihr Platz in der Reihe kommen mit.',
    coming: 'Einen Moment …',
    failed: 'Das geht gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
    open: name => `In ${name} öffnen`,
    picture: name => `QR-Code für ${name}: mit der Kamera des Handys aufnehmen`,
    code: 'Oder schreiben Sie uns dort',
    close: 'Zurück zum Gespräch',
  },
  en: {
    hint: 'Your conversation and your place in the queue come along.',
    coming: 'One moment …',
    failed: 'This does not work right now. Please try again in a moment.',
    open: name => `Open in ${name}`,
    picture: name => `QR code for ${name}: scan it with your phone's camera`,
    code: 'Or write to us there',
    close: 'Back to the conversation',
  },
}

const CSS = /* css */ `
.ways { flex: 1; min-height: 0; padding: 1rem; overflow-y: auto; background: var(--surface); display: grid; gap: .75rem; align-content: start; }
.ways:not([hidden]) ~ * { display: none; }
.ways-head { display: flex; align-items: center; justify-content: space-between; font-size: 1.0625rem; }
.ways ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; }
.ways li { display: flex; align-items: center; gap: 1rem; padding: .75rem; border: 1px solid var(--line); border-radius: .875rem; }
.ways .code { width: 8rem; border-radius: .5rem; background: #fff; fill: #000; stroke: none; }
.ways a { display: inline-block; padding: .625rem 0; }
code { font: 600 .8125rem ui-monospace, monospace; white-space: nowrap; }
`

/** Where one can go on: a link for this device, a picture for a phone's camera, a code to type. Loaded when it is asked for. */
export function waysView({ title, language, server, token, onClosed }) {
  const words = WORDS[language]
  const sheet = new CSSStyleSheet()
  const state = el('p', { role: 'status' })
  const list = el('ul')
  const close = el('button.tool', { 'aria-label': words.close, title: words.close, onclick: () => hide() }, icon('close'))
  const root = el('section.ways', { 'aria-label': title },
    el('div.ways-head', {}, el('h2', {}, title), close), el('p', {}, words.hint), state, list)
  sheet.replaceSync(CSS)
  let proving
  root.hidden = true

  async function show() {
    root.hidden = false
    list.replaceChildren()
    proving?.remove()
    setText(state, words.coming)
    close.focus()
    try {
      const { ways, code, email, phone } = await issue()
      setText(state, '')
      list.replaceChildren(...ways.map(way => card(way, code)))
      if (!email && !phone) return
      const { STYLE, proofs } = await import('./prove.js')
      sheet.replaceSync(CSS + STYLE)
      root.append(proving = proofs({ email, phone }, language, post))
    } catch {
      setText(state, words.failed)
    }
  }

  function hide() {
    if (root.hidden) return false
    root.hidden = true
    onClosed()
    return true
  }

  async function issue() {
    const response = await post('')
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return response.json()
  }

  const post = (path, body) => fetch(`${server.replace(/\/+$/, '')}/chat/ways${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token()}`, 'Accept-Language': language, 'Content-Type': 'application/json' },
    credentials: 'omit',
    body: body && JSON.stringify(body),
  })

  function card({ name, url, picture: dark }, code) {
    const address = url.startsWith('sms:') ? url : safeHref(url)
    return el('li', {}, picture(dark.size, dark.path, words.picture(name)),
      el('div.words', {}, el('span.title', {}, name), address && link(address, words.open(name)),
        el('span.detail', {}, words.code, ' ', el('code', {}, code))))
  }

  return { root, sheet, show, hide }
}

/** Dark squares on white in any theme, with the quiet border that cameras need. */
function picture(size, path, label) {
  const svg = document.createElementNS(SVG, 'svg')
  const dark = document.createElementNS(SVG, 'path')
  svg.setAttribute('class', 'code')
  svg.setAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  dark.setAttribute('d', path)
  svg.append(dark)
  return svg
}
