/** A thread is the run of events without holes that this page has; `lastSeq` is where it ends. */
export const EMPTY = Object.freeze({ events: [], lastSeq: 0 })

/** Puts one live frame in its place. `gap` means: something before it is missing, ask again from `lastSeq`. */
export function insert(thread, { seq, prev, event }) {
  if (seq <= thread.lastSeq) return { thread, gap: false }
  if ((prev ?? 0) > thread.lastSeq) return { thread, gap: true }
  return { thread: { events: [...thread.events, { ...event, seq }], lastSeq: seq }, gap: false }
}

/** Joins a page of events, older or newer. A page beyond a hole replaces the thread: the newest is what counts. */
export function merge(thread, page) {
  if (page.length === 0) return thread ?? EMPTY
  const sorted = [...page].sort((a, b) => a.seq - b.seq)
  const last = sorted[sorted.length - 1].seq
  if (!thread || thread.events.length === 0 || sorted[0].seq > thread.lastSeq + 1) return { events: sorted, lastSeq: last }
  const first = thread.events[0].seq
  const older = last >= first - 1 ? sorted.filter(event => event.seq < first) : []
  const newer = sorted.filter(event => event.seq > thread.lastSeq)
  if (older.length + newer.length === 0) return thread
  return { events: [...older, ...thread.events, ...newer], lastSeq: Math.max(thread.lastSeq, last) }
}

/** Where to ask for the page before this thread, or null when it is complete. */
export function olderFrom(thread, size = 200) {
  const first = thread.events[0]?.seq ?? 1
  return first <= 1 ? null : Math.max(0, first - 1 - size)
}

/** Messages by others that came after `seq`: what the writer of a draft has not answered to yet. */
export function newerThan(thread, seq, me) {
  return thread.events.filter(event =>
    event.seq > seq && event.kind === 'message' &&
    (event.author?.kind === 'contact' || (event.author?.kind === 'agent' && event.author.agent !== me)))
}

/** How far an agent's message has come; a later receipt never takes a step back. */
export function delivery(event, cursors, failures) {
  const failed = failures.get(event.seq)
  if (failed) return { state: 'failed', reason: failed.reason || failed.class || '' }
  if ((cursors?.read ?? 0) >= event.seq) return { state: 'read' }
  if ((cursors?.delivered ?? 0) >= event.seq) return { state: 'received' }
  return { state: 'sent' }
}

/** The failed deliveries by the number of the message they speak of; not those that arrived after all. */
export function failuresOf(events) {
  const failures = new Map()
  for (const event of events) {
    if (event.kind === 'sendFailed') failures.set(event.message, event)
    if (event.kind === 'sendConfirmed') failures.delete(event.message)
  }
  return failures
}
