import { announce } from '../lib/announce.js'
import { now } from '../lib/clock.js'
import { findRow } from '../models/board.js'
import { plainName } from '../models/names.js'
import { reasonInWords } from '../models/reasons.js'
import { html, useEffect, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Icon } from './icons.js'

/** Somebody waits, and this agent is asked first: take it, or let the next one be asked. */
export function OfferBar({ board, onTake, onPass }) {
  const { words, language } = useWords()
  const offer = board?.offer
  const row = offer && (findRow(board, offer.conversation) ?? offer.row)
  const [time, setTime] = useState(now())
  useEffect(() => {
    if (!offer) return
    setTime(now())
    const timer = setInterval(() => setTime(now()), 1000)
    return () => clearInterval(timer)
  }, [offer?.conversation])
  useEffect(() => {
    if (row) announce(words.offerFor(plainName(row.contact?.name)))
  }, [offer?.conversation])
  if (!row) return null
  const left = Math.max(0, Math.ceil((Date.parse(offer.until) - time) / 1000))
  return html`<section class="offer" aria-label=${words.offer}>
    <${Icon} name="hand" size=${18} />
    <p class="grow"><b>${words.offerFor(plainName(row.contact?.name))}</b> <span>${reasonInWords(row.reason, language)}</span> <small>${words.offerLeft(left)}</small></p>
    <button type="button" class="button" onClick=${() => onPass(row.id)}>${words.offerPass}</button>
    <button type="button" class="button primary" onClick=${() => onTake(row.id)}>${words.claim}</button>
  </section>`
}
