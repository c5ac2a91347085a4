/** A probability as people say it. */
export function certainty(probability, language) {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(Number(probability) || 0)
}

/** The wish for a human may come as yes or as a probability. */
export const wantsHuman = turn => turn.humanWish === true || Number(turn.humanWish) >= 0.5

/** One line about a turn: what was understood and how surely. */
export function summary(turn, words, language) {
  const best = turn.candidates?.[0]
  const parts = []
  if (wantsHuman(turn)) parts.push(words.turnHuman)
  if (best) parts.push(`${best.title ?? best.intent} ${certainty(best.probability, language)}`)
  return parts.length > 0 ? words.turnUnderstood(parts.join(', ')) : words.turnNothing
}

/** Mood from -1 to 1 as one of six words, or null when nothing is known. */
export function moodWord(value, table) {
  if (value === null || value === undefined || Number.isNaN(Number(value))) return null
  const number = Number(value)
  const steps = [-0.6, -0.3, -0.1, 0.25, 0.6]
  const index = steps.findIndex(step => number < step)
  return table[index < 0 ? steps.length : index]
}
