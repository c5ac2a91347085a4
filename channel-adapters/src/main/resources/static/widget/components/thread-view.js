import { clockTime, dayLabel, dayOf, linkParts } from '../models/texts.js'
import { el, icon, link, setText } from './dom.js'

const NEAR_THE_END = 48
const SAME_BREATH = 3 * 60_000

/** Touches only what differs, and keeps the reader's place unless it was the end. */
export function threadView({ words, company, privacyUrl, drawn, onRetry, onDiscard, onChoose, onEnd }) {
  const nodes = new Map()
  const intro = el('section.intro', {}, el('p.greeting', {}, words.greeting), el('p', {}, words.introduction(company)),
    el('p.data', {}, `${words.data} `, privacyUrl && link(privacyUrl, words.privacy)))
  const log = el('div.log', { role: 'log', 'aria-label': words.messages })
  const typing = el('p.typing')
  const choices = el('div.choices', { role: 'group', 'aria-live': 'polite', 'aria-label': words.suggestions })
  const scroller = el('div.scroller', { tabindex: 0, role: 'region', 'aria-label': words.messages, onscroll: moved }, intro, log, typing, choices)
  const pill = el('button.pill', { onclick: toEnd }, icon('send'), words.newMessages)
  const root = el('div.thread', {}, scroller, pill)
  let atEnd = true
  let newest
  let offered
  pill.hidden = true
  const grown = new ResizeObserver(keepEnd)
  for (const node of [scroller, log]) grown.observe(node)

  function show({ thread, settled, signals: { typist } }) {
    log.setAttribute('aria-busy', !settled)
    place(sequence(thread))
    const last = thread.items.at(-1)
    if (last !== newest && last?.author.kind === 'contact' && !last.seq) atEnd = true
    else if (last !== newest && settled && !atEnd) pill.hidden = false
    newest = last
    typing.hidden = !typist
    if (typist) {
      const name = authorName({ kind: typist.author, name: typist.name })
      typing.replaceChildren(el('span.dots', { 'aria-hidden': true }, el('i'), el('i'), el('i')), words.typing(name))
    }
    offer(thread)
    keepEnd()
  }

  /** Days are named anew each time: after midnight "today" is yesterday. */
  function sequence(thread) {
    let before
    return thread.items.flatMap(entry => {
      const sameDay = before && dayOf(before.at) === dayOf(entry.at)
      const { author: { kind, name }, at } = entry
      const follows = sameDay && before.author.kind === kind && before.author.name === name && new Date(at) - new Date(before.at) < SAME_BREATH
      const shown = bubble(entry, thread.markOf(entry), Boolean(follows))
      before = entry
      return sameDay ? shown : [dayLine(entry), shown]
    })
  }

  function dayLine({ at, id }) {
    const line = known(`day ${id}`, () => el('p.day'))
    setText(line, dayLabel(at, Date.now(), words))
    return line
  }

  function bubble(entry, mark, follows) {
    const { id, author, revision = '', withdrawn, attachments, at } = entry
    const text = withdrawn ? words.withdrawn : entry.text
    const node = known(`${id} ${revision}`, () => el(`div.message.${author.kind}${withdrawn ? '.withdrawn' : ''}`, {}, el('p.author', {}, authorName(author)),
      text && el('p.text', { dir: 'auto' }, ...linkParts(text).map(({ text: part, href }) => href ? link(href, part) : part)),
      ...attachments.map(slot), el('div.meta')))
    node.classList.toggle('follows', follows)
    const state = `${at} ${mark}`
    if (node.dataset.state === state) return node
    Object.assign(node.dataset, { state, mark })
    const says = words.marks[mark]
    node.lastChild.replaceChildren(...mark === 'refused'
      ? [el('p.refusal', { role: 'alert' }, `${says}. `, el('button', { onclick: () => onRetry(id) }, words.retry),
        el('button', { onclick: () => onDiscard(id) }, words.discard))]
      : [el('time', { datetime: new Date(at).toISOString() }, clockTime(at, words)),
        ...author.kind === 'contact' ? [el('span.says', { 'aria-hidden': true }, says), icon(mark === 'read' ? 'received' : mark, says)] : []])
    return node
  }

  /** A file's name, until what draws it is there. */
  function slot(file) {
    const name = el('p.text', {}, file.name)
    drawn(file).then(view => name.replaceWith(view))
    return name
  }

  function known(key, make) {
    if (!nodes.has(key)) nodes.set(key, make())
    return nodes.get(key)
  }

  function authorName({ kind, name }) {
    if (kind === 'bot') return name ? words.botTitle(name) : 'Bot'
    return kind === 'contact' ? words.you : kind === 'agent' ? name || words.someone : words.system
  }

  function place(wanted) {
    const kept = new Set(wanted)
    for (const [key, node] of nodes) {
      if (kept.has(node)) continue
      nodes.delete(key)
      node.remove()
    }
    wanted.forEach((node, index) => log.children[index] === node || log.insertBefore(node, log.children[index] ?? null))
  }

  function offer({ items, conversation, choices: current }) {
    const list = items.length > 0 || conversation ? current : words.starters
    const drawn = JSON.stringify(list)
    if (drawn === offered) return
    offered = drawn
    choices.hidden = list.length === 0
    choices.replaceChildren(...list.map(choice => el('button', { onclick: () => onChoose(choice) }, choice.title)))
  }

  function toEnd() {
    scroller.scrollTop = nodes.size > 0 ? scroller.scrollHeight : 0
    moved()
  }

  function keepEnd() {
    if (atEnd) toEnd()
  }

  function moved() {
    const { scrollHeight, scrollTop, clientHeight } = scroller
    atEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END
    if (!atEnd) return
    pill.hidden = true
    onEnd()
  }

  return { root, show, toEnd, atEnd: () => atEnd }
}
