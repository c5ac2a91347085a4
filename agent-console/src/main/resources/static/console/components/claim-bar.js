import { agentName, plainName } from '../models/names.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { duration } from '../models/time.js'
import { useNow } from './hooks.js'
import { Icon } from './icons.js'

/** Stands where the composer will be while the conversation is not mine. */
export function ClaimBar({ context, may, session, board, noting, onClaim, onNote }) {
  const { words, language } = useWords()
  const now = useNow()
  const { stage, since, agent } = context.conversation
  const hint = {
    waiting: () => words.claimHintWaiting(duration(now - Date.parse(since), language)),
    promised: () => words.claimHintPromised,
    withBot: () => words.claimHintBot,
    resolved: () => words.claimHintResolved,
    withAgent: () => words.withColleague(plainName(agentName(agent, session, board))),
  }[stage]
  const label = may.stepIn ? words.stepIn : may.followUp ? words.followUp : words.claim
  return html`<div class="claim-bar">
    <p class="grow">${hint?.()}</p>
    <button type="button" class="button" aria-pressed=${String(noting)} aria-keyshortcuts="N" onClick=${onNote}><${Icon} name="note" size=${16} />${words.modeNote}</button>
    ${may.claim && html`<button type="button" class="button primary" aria-keyshortcuts="C" onClick=${onClaim}>
      <${Icon} name="hand" size=${16} />${label} <kbd aria-hidden="true">C</kbd></button>`}
  </div>`
}
