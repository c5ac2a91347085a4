import { isPicture, mayTryAgain, problemText, sizeText } from '../models/files.js'
import { el, icon, setText } from './dom.js'

const SHOWN = { width: 240, height: 180 }
const SMALL = { width: 40, height: 40 }

/** A file in a message: a picture is drawn once it is in sight, everything can be saved. */
export function fileView(file, { words, load }) {
  const size = sizeText(file.size, words)
  const note = el('span.detail', {}, size)
  const face = el('span.face', {}, icon('file'))
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
export function trayView({ words, onAdd, onAgain, onRemove }) {
  const nodes = new Map()
  const input = el('input', { type: 'file', multiple: '', hidden: '', onchange() { onAdd([...input.files]); input.value = '' } })
  const button = el('button.attach', { 'aria-label': words.attach, title: words.attach, onclick: () => input.click() }, icon('attach'))
  const list = el('ul.tray', { 'aria-label': words.chosen })
  const status = el('p.unseen', { role: 'status' })

  function item({ key, name, file }) {
    const face = el('span.face', {}, icon('file'))
    const detail = el('span.detail')
    const bar = el('progress', { max: 1, 'aria-label': words.bringing(name) })
    const again = el('button.quiet', { onclick: () => onAgain(key) }, words.retry)
    const remove = el('button.tool', { 'aria-label': words.removeFile(name), title: words.removeFile(name),
      onclick() { button.focus(); onRemove(key) } }, icon('close'))
    if (/^image\//.test(file.type)) drawn(file, SMALL).then(canvas => face.replaceChildren(canvas)).catch(() => {})
    return { root: el('li', {}, face, el('span.words', {}, el('span.title', {}, name), detail, bar, again), remove), detail, bar, again }
  }

  function show(items, limits) {
    input.setAttribute('accept', limits.types.join(','))
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

  return { list, status, input, button, show }
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
