import { isPicture, mayTryAgain, problemText, sizeText } from '../models/files.js'
import { el, icon, setText } from './dom.js'

export const STYLE = /* css */ `
.tray { margin: 0 0 .5rem; padding: 0; list-style: none; display: grid; gap: .375rem; max-height: 11rem; overflow-y: auto; }
.tray li { display: flex; align-items: center; gap: .5rem; padding: .25rem .25rem .25rem .5rem; border: 1px solid var(--line); border-radius: .75rem; }
.tray [data-state="refused"] { border-color: var(--alert); }
.tray [data-state="refused"] .detail { color: var(--alert); }
.tray .words, .file .words { flex: 1; line-height: 1.3; text-align: start; }
.tray .face, .file .face { width: 2.5rem; height: 2.5rem; flex: none; overflow: hidden; background: none; color: inherit; }
.tray .face { border-radius: .375rem; }
.tray .title, .file .title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 500; }
.tray .quiet { margin: 0; padding: .125rem 0; min-height: 1.5rem; }
progress { width: 100%; height: .375rem; accent-color: var(--accent-ink); }
.file { display: flex; align-items: center; gap: .5rem; max-width: 100%; margin-top: .25rem; padding: .375rem .75rem .375rem .375rem; border: 1px solid var(--line); border-radius: 1.125rem; background: var(--raised); }
.file:hover { background: var(--tint); }
.file.picture { flex-direction: column; align-items: stretch; padding: .25rem .25rem .375rem; }
.picture .face { width: auto; height: auto; border-radius: .9375rem; }
.picture .words { max-width: 15rem; padding: 0 .5rem; }
canvas { max-width: 100%; border-radius: inherit; }
.contact .file { margin-inline-start: auto; }
`

const FILE = 'M6 3h8l4.5 4.5V21H6zM14 3v5h4.5'
const SHOWN = { width: 240, height: 180 }
const SMALL = { width: 40, height: 40 }

/** A file in a message: a picture is drawn once it is in sight, everything can be saved. */
export function fileView(file, { words, load }) {
  const size = sizeText(file.size, words)
  const note = el('span.detail', {}, size)
  const face = el('span.face', {}, icon(FILE))
  const view = el('button.file', { 'aria-label': words.saveFile(file.name, size), title: file.name, onclick: save },
    face, el('span.words', {}, el('span.title', {}, file.name), note))
  if (isPicture(file)) inSight(view, () => load(file).then(blob => drawn(blob, SHOWN)).then(canvas => {
    view.classList.add('picture')
    face.replaceChildren(canvas)
  }).catch(() => {}))

  async function save() {
    try {
      const address = URL.createObjectURL(await load(file))
      el('a', { href: address, download: file.name }).click()
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
      setText(note, size)
    } catch {
      setText(note, words.notFetched)
    }
  }

  return view
}

/** What shall go with the next message. */
export function trayView({ words, onAgain, onRemove }) {
  const nodes = new Map()
  const list = el('ul.tray', { 'aria-label': words.chosen })
  const status = el('p.unseen', { role: 'status' })

  function item({ key, name, file }) {
    const face = el('span.face', {}, icon(FILE))
    const detail = el('span.detail')
    const bar = el('progress', { max: 1, 'aria-label': words.bringing(name) })
    const again = el('button.quiet', { onclick: () => onAgain(key) }, words.retry)
    const remove = el('button.tool', { 'aria-label': words.removeFile(name), title: words.removeFile(name),
      onclick: () => onRemove(key) }, icon('close'))
    if (/^image\//.test(file.type)) drawn(file, SMALL).then(canvas => face.replaceChildren(canvas)).catch(() => {})
    return { root: el('li', {}, face, el('span.words', {}, el('span.title', {}, name), detail, bar, again), remove), detail, bar, again }
  }

  function show(items, limits) {
    for (const [key, { root }] of nodes) if (!items.some(one => one.key === key)) { root.remove(); nodes.delete(key) }
    for (const one of items) {
      if (!nodes.has(one.key)) { nodes.set(one.key, item(one)); list.append(nodes.get(one.key).root) }
      const { root, detail, bar, again } = nodes.get(one.key)
      const refused = one.state === 'refused'
      root.dataset.state = one.state
      bar.hidden = one.state !== 'going'
      bar.value = one.progress
      again.hidden = !refused || !mayTryAgain(one.problem)
      setText(detail, refused ? problemText(one.problem, words, limits) : sizeText(one.size, words))
    }
    list.hidden = items.length === 0
    const last = items.at(-1)
    setText(status, !last ? '' : last.state === 'going' ? words.bringing(last.name) : last.state === 'there' ? words.fileReady(last.name)
      : `${last.name}: ${problemText(last.problem, words, limits)}`)
  }

  return { list, status, show }
}

/** On a canvas, so that a host page's policy for images need not know us; smaller than it came. */
async function drawn(blob, { width, height }) {
  const picture = await createImageBitmap(blob)
  const scale = Math.min(1, width / picture.width, height / picture.height)
  const sharp = Math.min(devicePixelRatio || 1, 2, 1 / scale)
  const canvas = el('canvas', { 'aria-hidden': true })
  canvas.width = Math.max(1, picture.width * scale * sharp)
  canvas.height = Math.max(1, picture.height * scale * sharp)
  canvas.style.width = `${canvas.width / sharp}px`
  canvas.style.aspectRatio = `${canvas.width} / ${canvas.height}`
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas
}

function inSight(node, act) {
  const observer = new IntersectionObserver(entries => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    act()
  })
  observer.observe(node)
}
