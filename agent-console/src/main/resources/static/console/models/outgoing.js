/**
 * What this agent wrote and the thread does not show yet. An entry leaves only when its event has arrived
 * or the agent discards it, so a message is never lost between keyboard and server.
 */
export function add(list, { id, kind, text, attachments, line, at, after }) {
  return [...(list ?? []), { id, kind, text, attachments, line, at, after, state: 'sending', seq: null, problem: null }]
}

const change = (list, id, patch) => (list ?? []).map(entry => (entry.id === id ? { ...entry, ...patch } : entry))

export const sending = (list, id) => change(list, id, { state: 'sending', problem: null })
export const stored = (list, id, seq) => change(list, id, { state: 'stored', seq, problem: null })
export const failed = (list, id, problem) => change(list, id, { state: 'failed', problem })
export const discard = (list, id) => (list ?? []).filter(entry => entry.id !== id)

/** Why it was not sent, in words of the page; the server's own are for engineers. */
export function unsentWhy(problem, words) {
  if (!problem) return ''
  if (problem.code === 'offline') return words.noNetwork
  if (problem.code === 'not_yours') return words.notYours
  return Object.hasOwn(words.unsentWhys, problem.code ?? '') ? words.unsentWhys[problem.code] : words.unsentWhys.other
}

/** Drops the entries whose event is in the thread. Notes carry no id of the client: the text tells them, each event once. */
export function settle(list, events, me) {
  if (!list?.length) return list ?? []
  const used = new Set()
  const arrived = entry => events.find(event => !used.has(event.seq) && (
    (entry.seq !== null && event.seq === entry.seq) ||
    (event.kind === 'message' && event.id === entry.id) ||
    (event.kind === 'note' && entry.kind === 'note' && event.agent === me && event.text === entry.text && event.seq > entry.after)))
  return list.filter(entry => {
    const event = arrived(entry)
    if (event) used.add(event.seq)
    return !event
  })
}

export const anyUnsent = outgoing => Object.values(outgoing).some(list => list.some(entry => entry.state !== 'stored'))
