const UNITS = {
  de: { now: 'gerade eben', ago: t => `vor ${t}`, in: t => `in ${t}`, late: t => `${t} überfällig`, day: n => (n === 1 ? '1 Tag' : `${n} Tage`), days: n => (n === 1 ? '1 Tag' : `${n} Tagen`), under: '< 1 min', today: 'Heute', yesterday: 'Gestern' },
  en: { now: 'just now', ago: t => `${t} ago`, in: t => `in ${t}`, late: t => `${t} overdue`, day: n => (n === 1 ? '1 day' : `${n} days`), days: n => (n === 1 ? '1 day' : `${n} days`), under: '< 1 min', today: 'Today', yesterday: 'Yesterday' },
}
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const unitsOf = language => UNITS[language] ?? UNITS.en
const locale = language => (language === 'de' ? 'de-DE' : 'en-GB')

function length(ms, units, days) {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE)
  if (minutes < 1) return units.under
  if (minutes < 60) return `${minutes} min`
  if (ms < DAY) return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  return days(Math.floor(ms / DAY))
}

/** A length of time: "4 min", "1 h 20 min", "3 Tage". */
export function duration(ms, language) {
  const units = unitsOf(language)
  return length(ms, units, units.day)
}

/** "vor 4 min", "just now". */
export function ago(iso, now, language) {
  const units = unitsOf(language)
  const ms = now - Date.parse(iso)
  return ms < MINUTE ? units.now : units.ago(length(ms, units, units.days))
}

/** "in 20 min" or, once it has passed, "5 min überfällig". */
export function until(iso, now, language) {
  const units = unitsOf(language)
  const ms = Date.parse(iso) - now
  return ms >= 0 ? units.in(length(ms, units, units.days)) : units.late(length(-ms, units, units.day))
}

export function clock(iso, language) {
  return new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso))
}

export function absolute(iso, language) {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(iso))
}

export function date(iso, language) {
  const form = { day: 'numeric', month: 'short', year: 'numeric' }
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) form.timeZone = 'UTC' // a calendar day is the same day everywhere
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? String(iso) : new Intl.DateTimeFormat(locale(language), form).format(at)
}

/** The heading of a day in a thread. */
export function dayName(iso, now, language) {
  const units = unitsOf(language)
  const start = at => new Date(new Date(at).setHours(0, 0, 0, 0)).getTime()
  const days = Math.round((start(now) - start(iso)) / DAY)
  if (days === 0) return units.today
  if (days === 1) return units.yesterday
  return new Intl.DateTimeFormat(locale(language), { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(iso))
}

/** A due time short enough for a row: the hour today, else day and hour. */
export function dueClock(iso, now, language) {
  const sameDay = new Date(iso).toDateString() === new Date(now).toDateString()
  const form = sameDay ? { hour: '2-digit', minute: '2-digit' } : { weekday: 'short', day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' }
  return new Intl.DateTimeFormat(locale(language), form).format(new Date(iso))
}
