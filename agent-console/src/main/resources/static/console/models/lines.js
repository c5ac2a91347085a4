import { plainName, readableKey } from './names.js'
import { reasonInWords } from './reasons.js'
import { dueClock } from './time.js'

const word = (table, key) => (Object.hasOwn(table, key ?? '') ? table[key] : readableKey(key ?? ''))

/** An event between the messages as {icon, text, chips, note, tone}. */
export function lineOf(event, words, language, nameOf) {
  switch (event.kind) {
    case 'handoff': {
      const reason = reasonInWords(event.reason, language)
      return { icon: 'hand', tone: 'strong', text: reason ? `${words.eventHandoff} – ${reason}` : words.eventHandoff, chips: event.words ?? [] }
    }
    case 'reach': return { icon: event.reachable ? 'check' : 'alert', tone: 'strong', text: words.eventReach(event.reachable) }
    case 'elsewhere': return { icon: event.elsewhere ? 'alert' : 'agent', tone: 'strong', text: event.elsewhere ? words.eventElsewhere : words.eventBack(event.agent ? nameOf(event.agent) : null) }
    case 'edited': return { icon: 'note', text: words.eventEdited, note: event.text }
    case 'messageWithdrawn': return { icon: 'giveBack', tone: 'strong', text: words.eventMessageWithdrawn }
    case 'withdrawn': return { icon: 'giveBack', text: words.eventWithdrawn }
    case 'joined': return { icon: 'agent', tone: 'strong', text: words.eventJoined(plainName(event.name ?? nameOf(event.agent))) }
    case 'assigned': return { icon: 'agent', text: words.eventAssigned(nameOf(event.to), nameOf(event.from)), note: event.note }
    case 'transferred': return { icon: 'transfer', text: words.eventTransferred(nameOf(event.to), nameOf(event.from)), note: event.note }
    case 'returned': return { icon: 'giveBack', text: words.eventReturned(nameOf(event.agent)), note: event.note }
    case 'requeued': return { icon: 'clock', tone: 'strong', text: word(words.eventRequeued, event.cause), note: event.note }
    case 'promiseBroken': return { icon: 'alert', tone: 'strong', text: words.eventPromiseBroken }
    case 'judged': return { icon: 'star', text: word(words.eventJudged, event.verdict) }
    case 'promise': return { icon: 'promise', tone: 'strong', text: (event.what === 'callback' ? words.eventCallback : words.eventPromise)(dueClock(event.due, Date.parse(event.at), language)) }
    case 'promiseKept': return { icon: 'check', text: words.eventPromiseKept }
    case 'detail': return { icon: 'person', text: words.eventDetail(word(words.fields, event.field), plainName(event.value)) }
    case 'fact': return { icon: 'person', text: (event.before ? words.eventFactChanged : words.eventFact)(word(words.fields, event.field), plainName(event.value), plainName(event.before)) }
    case 'factsConfirmed': return { icon: 'check', text: words.eventFactsConfirmed, chips: Object.values(event.facts ?? {}) }
    case 'standingAsked': return { icon: 'clock', text: words.eventStandingAsked }
    case 'contactJoined': return { icon: 'person', tone: 'strong', text: words.eventContactJoined(word(words.channels, event.channel), word(words.proofs, event.proof)), join: event.join }
    case 'forwarded': return { icon: 'send', text: words.eventForwarded(word(words.channels, event.channel)) }
    case 'contactParted': return { icon: 'person', text: words.eventContactParted }
    case 'feedback': return { icon: 'star', text: words.eventFeedback(event.score), note: event.text }
    case 'resolved': return { icon: 'resolve', tone: 'strong', text: words.eventResolved(word(words.outcomes, event.outcome), nameOf(event.agent)) }
    case 'reopened': return { icon: 'chat', text: words.eventReopened }
    default: return { icon: 'chat', text: readableKey(event.kind) }
  }
}
