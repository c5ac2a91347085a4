import { heard, turned } from './ways.js'

const QUIET = new Set(['message', 'note', 'sendFailed', 'sendConfirmed'])

/** Whether an event changes what stands beside the thread. */
export const changesContext = event => !QUIET.has(event.kind)

/** The context after an event: at once, so that nobody acts on a stale stage until the server's own view arrives. */
export function after(context, event) {
  if (event.seq <= context.conversation.lastSeq) return context
  const seen = { ...context, conversation: { ...context.conversation, lastSeq: event.seq } }
  return { ...seen, ...effect(seen, event) }
}

/** The brief once nothing is promised any more. */
export const promiseKept = brief => ({ ...brief, promises: brief.promises.map(promise => (promise.state === 'open' ? { ...promise, state: 'kept' } : promise)) })

function reasons({ why }, { reason, rule, words = [], at }, waitsAlready) {
  const known = waitsAlready ? why : []
  return known.some(other => other.rule === rule) ? known : [...known, { reason, rule, words, at }]
}

/** Answers go where the contact wrote, or where an agent answered since. */
function said(context, event) {
  const { brief, conversation, ways } = context
  const kind = event.author?.kind
  if (kind !== 'contact' && kind !== 'agent') return {}
  const there = event.line && event.line !== conversation.line ? { conversation: { ...conversation, line: event.line, channel: event.channel } } : {}
  if (kind === 'agent') return there
  return { ...there, ...(ways && { ways: heard(ways, event) }),
    ...(conversation.stage !== 'withAgent' && { brief: { ...brief, words: [...brief.words, { seq: event.seq, text: event.text, at: event.at }].slice(-3) } }) }
}

function effect(context, event) {
  const { brief } = context
  const waitsAlready = context.conversation.stage === 'waiting' || context.conversation.stage === 'promised'
  const moved = change => ({ conversation: { ...context.conversation, ...change } })
  switch (event.kind) {
    case 'handoff':
      return { ...moved(waitsAlready ? {} : { stage: 'waiting', agent: null, since: event.at }), brief: { ...brief, why: reasons(brief, event, waitsAlready) } }
    case 'withdrawn':
    case 'returned':
    case 'reopened':
      return moved({ stage: 'withBot', agent: null, since: event.at })
    case 'joined':
      return moved({ stage: 'withAgent', agent: event.agent, since: event.at })
    case 'assigned':
    case 'transferred':
      return moved({ stage: 'withAgent', agent: event.to, since: event.at })
    case 'requeued':
      return moved({ stage: 'waiting', agent: null })
    case 'promise':
      return { ...(context.conversation.stage === 'withAgent' ? {} : moved({ stage: 'promised', due: event.due })),
        brief: { ...brief, promises: [...brief.promises.filter(promise => promise.state !== 'open'), { id: event.id, due: event.due, what: event.what, state: 'open' }] } }
    case 'promiseKept':
      return { brief: promiseKept(brief) }
    case 'message':
      return said(context, event)
    case 'elsewhere':
      return context.ways ? { ways: turned(context.ways, event) } : {}
    case 'detail':
      return { contact: { ...context.contact, [event.field]: event.value } }
    case 'resolved':
      return moved({ stage: 'resolved', agent: null, outcome: event.outcome })
    default:
      return {}
  }
}

/** Receipts only ever move forward. */
export function furtherCursors(cursors, { delivered = 0, read = 0 }) {
  return { delivered: Math.max(cursors?.delivered ?? 0, delivered), read: Math.max(cursors?.read ?? 0, read) }
}

/** What this agent may do with the conversation now. */
export function allowed(conversation, me) {
  const { stage, agent } = conversation
  const mine = stage === 'withAgent' && agent === me
  return { mine, claim: stage !== 'withAgent', stepIn: stage === 'withBot', followUp: stage === 'resolved' }
}

/** The latest turn in which the bot understood something, and the latest of all. */
export function understanding(events) {
  const turns = events.filter(event => event.kind === 'turn')
  return { last: turns.at(-1) ?? null, best: turns.findLast(turn => turn.candidates?.length) ?? null }
}
