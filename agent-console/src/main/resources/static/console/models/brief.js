import { plainName, readableKey } from './names.js'
import { reasonInWords } from './reasons.js'
import { date, dueClock } from './time.js'
import { moodWord } from './turns.js'

const MATTER = 'matter'
const word = (table, key) => (Object.hasOwn(table, key ?? '') ? table[key] : readableKey(key ?? ''))

/** The promise that is still to be kept, or null. */
export const openPromise = brief => brief?.promises?.findLast(promise => promise.state === 'open') ?? null

/** What was collected besides the matter, and the matter where the customer put it right. */
export const factsOf = brief => (brief?.facts ?? []).filter(({ fact, before }) => fact !== MATTER || before)

export const isConfirmed = brief => (brief?.facts ?? []).some(fact => fact.confirmed)

/** "Order number LH-2 (not LH-1)". */
export function factInWords({ fact, value, before }, words) {
  const text = `${word(words.fields, fact)} ${plainName(value)}`
  return before ? `${text} (${words.insteadOf(plainName(before))})` : text
}

/** "Answer by 14:00", with what became of it when it is no longer open. */
export function promiseInWords({ what, due, state }, words, language, now) {
  const text = `${{ callback: words.callBy, email: words.mailBy }[what] ?? words.answerBy} ${dueClock(due, now, language)}`
  return state === 'open' ? text : `${text} – ${words.promiseStates[state] ?? state}`
}

/** The mood as a line through a box of 100 by 20, calm on top; empty for a single turn. */
export function moodLine(curve = []) {
  if (curve.length < 2) return ''
  return curve.map((value, index) => `${Math.round(100 * index / (curve.length - 1))},${Math.round(2 - 16 * Math.max(-1, value))}`).join(' ')
}

/** Who they are, in one line. */
export function whoInWords({ contact, orders, earlier }, words, language) {
  return [
    contact.since && words.knownSince(date(contact.since, language)),
    contact.tier && plainName(contact.tier),
    orders?.length > 0 && words.orderCount(orders.length),
    earlier?.length > 0 ? words.earlierCount(earlier.length) : words.firstTime,
  ].filter(Boolean).join(' · ')
}

/** The whole brief as plain text, for wherever else it is needed. */
export function briefText(context, words, language, now) {
  const { brief, contact, earlier } = context
  const mood = moodWord(brief.mood?.value, words.moodWords)
  const line = (name, text) => (text ? [`${name}: ${text}`] : [])
  const quoted = list => list.map(text => `„${plainName(text)}“`).join(' ')
  return [
    `${plainName(contact.name)} – ${brief.goal ? plainName(brief.goal) : words.goalUnknown}`,
    ...line(words.who, [whoInWords(context, words, language), contact.email, contact.phone].filter(Boolean).map(text => plainName(text)).join(' · ')),
    ...line(words.collected, factsOf(brief).map(fact => factInWords(fact, words)).join(', ') + (isConfirmed(brief) ? ` (${words.confirmed})` : '')),
    ...line(words.lastWords, quoted(brief.words.map(({ text }) => text))),
    ...line(words.why, brief.why.map(({ reason, words: because }) => [reasonInWords(reason, language), because?.length > 0 && quoted(because)].filter(Boolean).join(' ')).join('; ')),
    ...brief.tried.flatMap(({ about, text }) => line(words.tried, `${plainName(about)}: ${plainName(text)}`)),
    ...line(words.tried, brief.misunderstood > 0 && words.askedAgain(brief.misunderstood)),
    ...line(words.mood, brief.mood?.value < 0 && [mood, ...brief.mood.words].join(', ')),
    ...brief.promises.flatMap(promise => line(words.promise, promiseInWords(promise, words, language, now))),
    ...brief.passed.flatMap(({ agent, note }) => line(agent, plainName(note))),
    ...(earlier ?? []).flatMap(({ openedAt, outcome, about, lastText }) => line(`${words.before} ${date(openedAt, language)}`,
      [plainName(about || lastText, ''), outcome && word(words.outcomes, outcome)].filter(Boolean).join(' – '))),
  ].join('\n')
}
