import { el, icon, link, picture, setText } from './dom.js'
import { safeHref } from '../models/texts.js'

/** Where one can go on: a link for this device, a picture for a phone's camera, a code to type. */
export function waysView({ words, onIssue, onClosed }) {
  const hint = el('p', {}, words.waysHint)
  const state = el('p', { role: 'status' })
  const list = el('ul')
  const close = el('button.tool', { 'aria-label': words.waysClose, title: words.waysClose, onclick: () => hide() }, icon('close'))
  const root = el('section.ways', { 'aria-label': words.ways, tabindex: -1 },
    el('div.ways-head', {}, el('h2', {}, words.ways), close), hint, state, list)
  root.hidden = true

  async function show() {
    root.hidden = false
    list.replaceChildren()
    setText(state, words.waysComing)
    close.focus()
    try {
      const { ways, code } = await onIssue()
      setText(state, '')
      list.replaceChildren(...ways.map(way => card(way, code)))
    } catch {
      setText(state, words.waysFailed)
    }
  }

  function hide() {
    if (root.hidden) return false
    root.hidden = true
    onClosed()
    return true
  }

  function card({ name, url, picture: dark }, code) {
    const address = url.startsWith('sms:') ? url : safeHref(url)
    return el('li', {}, picture(dark.size, dark.path, words.waysPicture(name)),
      el('div.words', {}, el('span.title', {}, name), address && link(address, words.waysOpen(name)),
        el('span.detail', {}, words.waysCode, ' ', el('code', {}, code))))
  }

  return { root, show, hide }
}
