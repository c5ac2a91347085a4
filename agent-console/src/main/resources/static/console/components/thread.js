import { agentName, plainName } from '../models/names.js'
import { failuresOf, olderFrom } from '../models/thread.js'
import { timeline } from '../models/timeline.js'
import { nextWay, repeatsOf, templateWay } from '../models/ways.js'
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { EventLine } from './event-line.js'
import { useLatest, useNow } from './hooks.js'
import { Icon } from './icons.js'
import { Message, NoteSlip, Outgoing } from './message.js'
import { TurnLine } from './turn-line.js'

const NEAR = 48
const spoken = event => event.kind === 'message' || event.kind === 'note'

/** Everything that was said and done, oldest first. Stays at the end only if the reader was there. */
export function Thread({ thread, outgoing, context, session, board, typing, mine, onSeen, onOlder, onAgain, onDiscard, onPart, onRepeat, onTemplate }) {
  const { words, language } = useWords()
  const now = useNow()
  const box = useRef()
  const place = useRef({ atEnd: true, height: 0, first: 0, last: 0, pending: 0 })
  const [behind, setBehind] = useState(0)
  const [loading, setLoading] = useState(false)
  const { events, lastSeq } = thread
  const today = new Date(now).toDateString()
  const items = useMemo(() => timeline(events, now, language), [events, language, today])
  const failures = useMemo(() => failuresOf(events), [events])
  const parted = useMemo(() => new Set(events.filter(event => event.kind === 'contactParted').map(event => event.join)), [events])
  const repeats = useMemo(() => repeatsOf(events), [events])
  const several = (context.ways ?? []).length > 1
  const nameOf = account => plainName(agentName(account, session, board), '')
  const contact = plainName(context.contact.name)

  const read = () => {
    if (mine && place.current.atEnd && document.visibilityState === 'visible' && lastSeq > 0) onSeen(lastSeq)
  }
  const toEnd = () => { box.current.scrollTop = box.current.scrollHeight }

  useLayoutEffect(() => {
    const was = place.current
    const first = events[0]?.seq ?? 0
    const olderCame = was.first > 0 && first < was.first
    const own = outgoing.length > was.pending
    const fresh = was.last > 0 ? events.filter(event => event.seq > was.last && spoken(event)).length : 0
    if (olderCame) box.current.scrollTop += box.current.scrollHeight - was.height
    if (was.atEnd || own) {
      toEnd()
      if (behind) setBehind(0)
    } else if (fresh > 0) setBehind(behind + fresh)
    place.current = { ...was, atEnd: was.atEnd || own, height: box.current.scrollHeight, first, last: lastSeq, pending: outgoing.length }
  }, [events, outgoing, typing])

  const latestRead = useLatest(read)
  useEffect(() => read(), [lastSeq, mine, behind])
  useEffect(() => {
    const back = () => latestRead.current()
    document.addEventListener('visibilitychange', back)
    const resized = new ResizeObserver(() => place.current.atEnd && toEnd())
    resized.observe(box.current)
    return () => {
      document.removeEventListener('visibilitychange', back)
      resized.disconnect()
    }
  }, [])

  function scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = box.current
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR
    const came = atEnd && !place.current.atEnd
    place.current.atEnd = atEnd
    if (!came) return
    setBehind(0)
    read()
  }

  async function older() {
    setLoading(true)
    place.current.height = box.current.scrollHeight
    await onOlder().catch(() => {})
    setLoading(false)
  }

  function draw(item) {
    if (item.type === 'day') return html`<li key=${item.key} class="day"><span>${item.text}</span></li>`
    if (item.type === 'turn') return html`<${TurnLine} key=${item.key} event=${item.event} />`
    if (item.type === 'note') return html`<${NoteSlip} key=${item.key} event=${item.event} name=${item.event.name ?? nameOf(item.event.agent)} />`
    if (item.type === 'line') return html`<${EventLine} key=${item.key} event=${item.event} nameOf=${nameOf} onPart=${parted.has(item.event.join) ? null : onPart} />`
    return html`<${Message} key=${item.key} event=${item.event} first=${item.first} contact=${contact} me=${session.name}
      failure=${failures.get(item.event.seq)} repeated=${repeats.get(item.event.seq)} several=${several}
      next=${mine && failures.has(item.event.seq) ? nextWay(context.ways, item.event.line, now) : null} onRepeat=${onRepeat}
      template=${mine ? templateWay(context.ways, item.event.line, failures.get(item.event.seq)) : null} onTemplate=${onTemplate} cursors=${context.cursors} language=${context.conversation.language} />`
  }

  return html`<div class="thread-frame">
    <div class="thread" ref=${box} onScroll=${scrolled} tabindex="0" role="region" aria-label=${words.thread}>
      ${olderFrom(thread) !== null && html`<button type="button" class="button older" disabled=${loading} onClick=${older}>${loading ? words.loading : words.loadOlder}</button>`}
      <ol class="items">${items.map(draw)}
        ${outgoing.map(entry => html`<${Outgoing} key=${entry.id} entry=${entry} onAgain=${() => onAgain(entry)} onDiscard=${() => onDiscard(entry)} />`)}</ol>
      <p class="typing" hidden=${!typing}><span class="typing-dots" aria-hidden="true"><i></i><i></i><i></i></span>${words.isTyping(contact)}</p>
    </div>
    ${behind > 0 && html`<button type="button" class="pill" onClick=${() => { toEnd(); setBehind(0) }}><${Icon} name="down" size=${14} />${words.newMessages(behind)}</button>`}
  </div>`
}
