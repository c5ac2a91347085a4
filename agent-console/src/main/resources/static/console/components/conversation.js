import { briefText } from '../models/brief.js'
import { EMPTY } from '../models/thread.js'
import { html, useCallback, useMemo } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Brief } from './brief.js'
import { ClaimBar } from './claim-bar.js'
import { Composer } from './composer.js'
import { ConversationHeader } from './conversation-header.js'
import { Icon } from './icons.js'
import { Thread } from './thread.js'

const NOTHING = []

/** The open conversation: its head, its thread, and what one can do with it. */
export function Conversation({ state, desk, may, onClaim, onBack, onDialog, showContext }) {
  const { words, language } = useWords()
  const { open, session, board } = state
  const context = state.contexts[open]
  const thread = state.threads[open] ?? EMPTY
  const outgoing = state.outgoing[open] ?? NOTHING
  const draft = state.drafts[open]
  const typing = state.typing[open]
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(briefText(context, words, language, Date.now()))
      desk.tell('copied')
    } catch {
      desk.tell('notCopied') // the browser forbids it, e.g. on a page without TLS
    }
  }
  const onTemplate = useCallback(way => onDialog({ template: way }), [onDialog])
  const onSeen = useCallback(seq => desk.talk.seen(open, seq), [desk, open])

  const threadView = useMemo(() => context && html`<${Thread} key=${open} thread=${thread} outgoing=${outgoing} context=${context} session=${session} board=${board}
    typing=${typing} mine=${may.mine} onSeen=${onSeen} onOlder=${() => desk.talk.older(open)}
    onAgain=${entry => desk.work.again(open, entry)} onDiscard=${entry => desk.work.discard(open, entry)} onPart=${join => desk.work.part(open, join)}
    onRepeat=${(seq, line) => desk.work.repeat(open, seq, line)} onTemplate=${onTemplate} />`,
  [open, thread, outgoing, context, session, board?.colleagues, typing, may.mine])

  if (!open) {
    return html`<div class="nothing-open"><${Icon} name="chat" size=${44} /><h2>${words.pickOne}</h2><p>${words.pickOneHint}</p></div>`
  }
  if (!context) {
    return html`<div class="nothing-open">
      <button type="button" class="icon-button back" aria-label=${words.backToBoard} onClick=${onBack}><${Icon} name="left" /></button>
      ${state.trouble ? html`<p role="alert">${words[state.trouble]}</p>
        <button type="button" class="button" onClick=${() => desk.talk.open(open)}>${words.retry}</button>` : html`<p role="status">${words.loading}</p>`}</div>`
  }
  const writes = may.mine || draft?.mode === 'note'
  return html`
    <${ConversationHeader} context=${context} may=${may} session=${session} board=${board} onBack=${onBack} onClaim=${() => onClaim(open)}
      onDialog=${onDialog} showContext=${showContext} />
    <${Brief} key=${`brief-${open}`} context=${context} session=${session} board=${board} onJudge=${verdict => desk.work.judge(open, verdict)} onCopy=${copy} />
    ${threadView}
    ${!may.mine && html`<${ClaimBar} context=${context} may=${may} session=${session} board=${board} noting=${draft?.mode === 'note'}
      onClaim=${() => onClaim(open)} onNote=${() => { desk.work.mode(open, draft?.mode === 'note' ? 'message' : 'note'); setTimeout(() => document.getElementById('composer')?.focus(), 0) }} />`}
    ${writes && html`<${Composer} key=${`composer-${open}`} context=${context} draft=${draft} thread=${thread} mine=${may.mine}
      chosen=${state.chosen[open] ?? NOTHING} me=${session.name} work=${desk.work} onTemplate=${onTemplate} />`}`
}
