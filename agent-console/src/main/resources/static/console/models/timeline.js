import { dayName } from './time.js'

const PAUSE = 5 * 60_000
const HIDDEN = new Set(['sendFailed', 'sendConfirmed'])
const SHOWN = new Set(['message', 'edited', 'messageWithdrawn', 'turn', 'reach', 'elsewhere', 'handoff', 'withdrawn', 'joined', 'assigned', 'transferred', 'note', 'returned', 'promise',
  'promiseKept', 'promiseBroken', 'requeued', 'judged', 'detail', 'fact', 'factsConfirmed', 'standingAsked', 'contactJoined', 'forwarded', 'contactParted', 'feedback', 'resolved', 'reopened'])

const voice = event => `${event.author?.kind}/${event.author?.agent ?? event.author?.name ?? ''}/${event.line ?? ''}`

/** What messages say by now: `earlier` is what they said before, the oldest first; nothing is left of what was taken back. */
export function revised(events) {
  const changed = new Map()
  for (const { kind, message, before, text } of events) {
    if (kind === 'edited') changed.set(message, { text, earlier: [...(changed.get(message)?.earlier ?? []), before] })
    if (kind === 'messageWithdrawn') changed.set(message, { text: '', attachments: [], withdrawn: true })
  }
  if (changed.size === 0) return events
  return events
    .map(event => (event.kind === 'message' && changed.has(event.seq) ? { ...event, ...changed.get(event.seq) } : event))
    .filter(event => event.kind !== 'edited' || !changed.get(event.message).withdrawn)
}

/** The thread as it is drawn: days, messages (with `first` at a change of voice), quiet lines. Unknown kinds stay silent. */
export function timeline(events, now, language) {
  const items = []
  let day = null
  let last = null
  for (const event of revised(events)) {
    if (HIDDEN.has(event.kind) || !SHOWN.has(event.kind)) continue
    const name = dayName(event.at, now, language)
    if (name !== day) {
      day = name
      last = null
      items.push({ key: `day-${event.seq}`, type: 'day', text: name, at: event.at })
    }
    if (event.kind === 'message') {
      const first = !last || voice(last) !== voice(event) || Date.parse(event.at) - Date.parse(last.at) > PAUSE
      items.push({ key: event.seq, type: 'message', event, first })
      last = event
    } else {
      items.push({ key: event.seq, type: event.kind === 'turn' || event.kind === 'note' ? event.kind : 'line', event })
      if (event.kind !== 'turn') last = null
    }
  }
  return items
}
