/** The ways to a contact, as the server told them, seen at this moment: what was open may have closed meanwhile. */
export function waysAt(ways, now) {
  return (ways ?? []).map(way => (way.state === 'open' && way.until && Date.parse(way.until) <= now ? { ...way, state: 'closed' } : way))
}

export const takesAnswers = ({ state }) => state === 'open' || state === 'paused'

/** Whether an approved template goes, also when the window is closed. */
export const takesTemplates = ({ state, templates }) => templates === 'ready' && state !== 'blocked'

const SOON = 60 * 60_000

/** Whether the agent should hurry. */
export const closesSoon = ({ state, until }, now) => state === 'open' && Boolean(until) && Date.parse(until) - now < SOON

/** The line that the agent chose, as long as the contact has not written by another since; else null. */
export function chosenLine(draft, thread) {
  const choice = draft?.way
  if (!choice) return null
  const left = thread.events.some(event => event.seq > choice.saw && event.kind === 'message' && event.author?.kind === 'contact' && event.line !== choice.line)
  return left ? null : choice.line
}

/** Where the answer goes, and where it could go instead. `to` is null when nothing is known of the line. */
export function waysOf({ ways, conversation }, draft, thread, now) {
  const all = waysAt(ways, now)
  const line = chosenLine(draft, thread) ?? conversation.line
  return { all, line, to: all.find(way => way.line === line) ?? null, others: all.filter(way => way.line !== line && takesAnswers(way)) }
}

/** The way by which something goes that did not arrive by this line; undefined when there is none. */
export const nextWay = (ways, line, now) => waysAt(ways, now).find(way => way.line !== line && takesAnswers(way))

/** The way by which a template goes instead of what came too late; undefined when there is none. */
export const templateWay = (ways, line, failure) => (failure?.class === 'windowClosed' ? (ways ?? []).find(way => way.line === line && takesTemplates(way)) : undefined)

/** What became of a message that did not arrive: by its number, the one that says it again. */
export const repeatsOf = events => new Map(events.filter(event => event.repeats).map(event => [event.repeats, event]))

/** The contact wrote: their line is open again, for as long as it is. */
export function heard(ways, { line, at }) {
  return (ways ?? []).map(way => (way.line !== line ? way : { ...way, state: way.state === 'paused' ? 'paused' : 'open',
    until: way.window ? new Date(Date.parse(at) + way.window * 1000).toISOString() : null }))
}

/** Somebody answers in the platform's own inbox, or no longer does; until when it takes ours then, the server tells. */
export function turned(ways, { line, elsewhere }) {
  return (ways ?? []).map(way => (way.line !== line || (way.state === 'elsewhere') === elsewhere || (elsewhere && !takesAnswers(way)) ? way
    : { ...way, state: elsewhere ? 'elsewhere' : 'open', until: null }))
}

/** Tells two lines of one channel apart. */
export function wayName(way, all, channels) {
  const channel = channels[way.channel] ?? way.channel
  return all.filter(other => other.channel === way.channel).length > 1 ? `${channel} (${way.line})` : channel
}

/** An address that says something to people: not a visitor's number or a thread's. */
export const spokenAddress = ({ channel, address }) => (/^(whatsapp|sms)$/.test(channel) ? String(address).replace(/^(?=\d{8,}$)/, '+') : '')
