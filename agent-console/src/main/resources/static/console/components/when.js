import { absolute, ago, clock, dueClock, duration, until } from '../models/time.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { useNow } from './hooks.js'

const FORMS = {
  ago,
  until,
  clock: (at, now, language) => clock(at, language),
  due: dueClock,
  length: (at, now, language) => duration(now - Date.parse(at), language),
}

/** A time in few words, with the exact one at hand. */
export function When({ at, form = 'ago' }) {
  const { language } = useWords()
  const now = useNow()
  if (!at || Number.isNaN(Date.parse(at))) return null
  return html`<time datetime=${at} title=${absolute(at, language)}>${FORMS[form](at, now, language)}</time>`
}
