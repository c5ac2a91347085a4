export const dayOf = time => new Date(time).toDateString()

export function dayLabel(time, now, words) {
  const date = new Date(time)
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  if (dayOf(date) === dayOf(now)) return words.today
  if (dayOf(date) === dayOf(yesterday)) return words.yesterday
  return format(date, words, { ...DAY, year: date.getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric' })
}

export const clockTime = (time, words) => format(time, words, { hour: '2-digit', minute: '2-digit' })

/** What stands in the place of the human button. */
export function deskView({ stage, desk, asked, words, now }) {
  switch (stage.name) {
    case 'withAgent':
      return { mode: 'agent', title: words.withAgent(stage.agent || words.someone), detail: '' }
    case 'waiting':
      return { mode: 'waiting', title: words.waiting, detail: queueText(desk, words) }
    case 'promised':
      return { mode: 'promised', title: words.promised, detail: stage.due ? dueText(stage.due, now, words) : '' }
    default:
      return asked
        ? { mode: 'asked', title: words.asking, detail: '' }
        : { mode: 'offer', title: words.human, detail: offerText(desk, words) }
  }
}

function dueText(due, now, words) {
  const clock = clockTime(due, words)
  return dayOf(due) === dayOf(now) ? words.dueToday(clock) : words.dueOn(format(due, words, DAY), clock)
}

function offerText(desk, words) {
  if (!desk) return ''
  if (!desk.available) return words.nobodyThere
  return waitText(desk.waitMinutes, words) || words.somebodyThere
}

function queueText(desk, words) {
  const place = desk?.position > 0 && words.place(desk.position)
  return [place, waitText(desk?.waitMinutes, words)].filter(Boolean).join(', ') || words.soon
}

function waitText(minutes, words) {
  if (!minutes) return ''
  const { from, to } = minutes
  if (to <= 1) return words.underOneMinute
  return words.aboutMinutes(from === to ? to : `${Math.max(from, 1)}–${to}`)
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long' }
const format = (time, words, options) => new Intl.DateTimeFormat(words.locale, options).format(new Date(time))

const CANDIDATE = /(?<![\p{L}\p{N}_@/.-])(?:https?:\/\/|www\.)(?:\ufeff|[^\s<>"'`„“”«»])+/giu
const TRAILING = /[.,;:!?…*_~\]}>]+$/u
const INVISIBLE = /[\p{C}\p{Z}\u115f\u1160\u3164\uffa0\u034f]/u
const LATIN_HOST = /^[\p{Script=Latin}0-9.-]+(?::\d{1,5})?$/u

/** Cuts a text into parts; one with `href` is a link. What is not plainly http(s) stays text. */
export function linkParts(text) {
  const parts = []
  let from = 0
  for (const match of text.matchAll(CANDIDATE)) {
    const shown = withoutTrailing(match[0])
    const href = safeHref(/^www\./iu.test(shown) ? `https://${shown}` : shown)
    if (!href) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ text: shown, href })
    from = match.index + shown.length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

/** Null for another scheme, a hidden character, a look-alike host, a user name. */
export function safeHref(address) {
  if (INVISIBLE.test(address)) return null
  const host = /^https?:\/\/([^/?#\\]*)/iu.exec(address)?.[1]
  if (!host || !LATIN_HOST.test(host)) return null
  try {
    const url = new URL(address)
    const known = url.hostname.includes('.') || url.hostname === 'localhost'
    return known && !url.hostname.includes('..') && !url.username ? url.href : null
  } catch {
    return null
  }
}

function withoutTrailing(found) {
  let shown = found.replace(TRAILING, '')
  while (shown.endsWith(')') && count(shown, ')') > count(shown, '(')) shown = shown.slice(0, -1).replace(TRAILING, '')
  return shown
}

const count = (text, sign) => text.split(sign).length - 1
