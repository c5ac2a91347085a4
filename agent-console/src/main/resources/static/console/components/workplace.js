import { keep as keepPreference, kept } from '../lib/memory.js'
import { go } from '../lib/route.js'
import { findRow, neighbour, visibleRows } from '../models/board.js'
import { allowed } from '../models/context.js'
import { meaning } from '../models/keys.js'
import { plainName } from '../models/names.js'
import { html, useCallback, useEffect, useMemo, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Banner } from './banner.js'
import { Board } from './board.js'
import { ContextPanel } from './context-panel.js'
import { Conversation } from './conversation.js'
import { Dialog } from './dialog.js'
import { HelpDialog, ResolveDialog, ReturnDialog, TransferDialog } from './dialogs.js'
import { useLatest, useMedia } from './hooks.js'
import { OfferBar } from './offer-bar.js'
import { ReunionDialog } from './reunion-dialog.js'
import { TemplateDialog } from './template-dialog.js'
import { TopBar } from './top-bar.js'

const NOTHING = []
/** Under this name the file for a template waits, apart from those for an answer. */
const headOf = id => `${id} head`

const COLLAPSED = { waiting: false, promised: false, mine: false, withBot: true }

function focusRow(id) {
  const row = document.querySelector(`[data-row="${CSS.escape(id)}"]`)
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

function focusComposer() {
  const field = document.getElementById('composer')
  if (field) field.focus()
  else setTimeout(() => document.getElementById('composer')?.focus(), 50) // it is about to be drawn
}

/** Board, conversation and context beside each other, and the keys that move between them. */
export function Workplace({ state, desk, setLanguage }) {
  const { words } = useWords()
  const { session, board, open, contexts, threads } = state
  const [collapsed, setCollapsed] = useState(COLLAPSED)
  const [dialog, setDialog] = useState(null)
  const [keysEnabled, setKeysEnabled] = useState(kept('keys') !== 'off')
  const wide = useMedia('(min-width: 1280px)')
  const narrow = useMedia('(max-width: 767px)')
  const context = open ? contexts[open] : null
  const may = context ? allowed(context.conversation, session.name) : {}
  const colleagues = useMemo(() => (board?.colleagues ?? []).filter(colleague => colleague.name !== session.name), [board?.colleagues, session.name])

  useEffect(() => {
    if (open && !state.threads[open] && !state.trouble) desk.talk.open(open)
  }, [])
  useEffect(() => setDialog(null), [open])

  const close = useCallback(() => setDialog(null), [])
  const bring = useMemo(() => {
    const { attaching } = desk.work
    const id = headOf(open)
    return { add: files => attaching.add(id, files), again: item => attaching.again(id, item), remove: key => attaching.remove(id, key), clear: () => attaching.clear(id) }
  }, [desk, open])
  const claim = useCallback(async id => {
    go(id)
    if (await desk.work.claim(id)) setTimeout(focusComposer, 0)
  }, [desk])
  const toggle = useCallback(part => setCollapsed(before => ({ ...before, [part]: !before[part] })), [])

  const actions = {
    next: () => step(1),
    previous: () => step(-1),
    claim() {
      const row = document.activeElement?.dataset?.row
      const id = row ?? open
      if (!id) return
      if (id === open ? may.claim : findRow(board, id)?.stage !== 'withAgent') claim(id)
    },
    answer: () => focusComposer(),
    note: () => open && (desk.work.mode(open, 'note'), focusComposer()),
    resolve: () => may.mine && setDialog('resolve'),
    transfer: () => may.mine && setDialog('transfer'),
    return: () => may.mine && setDialog('return'),
    help: () => setDialog('help'),
  }

  function step(by) {
    const row = neighbour(visibleRows(board, collapsed), document.activeElement?.dataset?.row ?? open, by)
    if (row) focusRow(row.id)
  }

  const latest = useLatest({ actions, keysEnabled })
  useEffect(() => {
    function press(event) {
      const target = event.target
      const inField = Boolean(target.closest?.('input, textarea, select, [contenteditable]'))
      if (event.key === 'Escape' && inField) return target.blur()
      const action = meaning(event, {
        inField,
        inDialog: Boolean(document.querySelector('dialog[open]')),
        scrolls: Boolean(target.closest?.('.thread, .context')),
        enabled: latest.current.keysEnabled,
      })
      if (!action) return
      event.preventDefault()
      latest.current.actions[action]()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [latest])

  const boardView = useMemo(() => board && html`<${Board} board=${board} open=${open} seen=${state.seen} goals=${board.goals} outgoing=${state.outgoing} drafts=${state.drafts}
    collapsed=${collapsed} onToggle=${toggle} onOpen=${go} onClaim=${claim} session=${session} />`,
  [board, open, state.seen, state.outgoing, state.drafts, collapsed, session])

  const contextView = useMemo(() => context && html`<${ContextPanel} context=${context} events=${threads[open]?.events ?? []}
    onOpen=${id => go(id)} onKeep=${() => desk.work.keep(open)} onReunion=${() => setDialog('reunion')} />`,
  [context, threads[open]?.events, open])

  return html`<a class="skip" href="#conversation" onClick=${event => { event.preventDefault(); document.getElementById('conversation')?.focus() }}>${words.skip}</a>
    <div class="workplace" data-view=${open ? 'conversation' : 'board'}>
      <${TopBar} session=${session} board=${board} setLanguage=${setLanguage} onPresence=${desk.setPresence} onSignOut=${desk.signOut} onHelp=${() => setDialog('help')} />
      <div class="banners"><${Banner} connection=${state.connection} retryAt=${state.retryAt} onTryNow=${desk.wake} />
        <${OfferBar} board=${board} onTake=${claim} onPass=${id => desk.work.pass(id)} /></div>
      <div class="board" role=${narrow && !open ? 'main' : 'navigation'} aria-label=${words.board}>${!open && html`<h1 class="unseen">${words.board}</h1>`}${boardView ?? html`<p class="empty">${words.loading}</p>`}</div>
      <main id="conversation" class="conversation" tabindex="-1" aria-label=${words.conversation}>
        <${Conversation} state=${state} desk=${desk} may=${may} colleagues=${colleagues} onClaim=${claim} onBack=${() => go(null)}
          onDialog=${setDialog} showContext=${!wide && (() => setDialog('context'))} />
      </main>
      ${wide && html`<aside class="context" aria-label=${words.details} tabindex="0">${contextView}</aside>`}
    </div>
    ${dialog === 'context' && !wide && context && html`<${Dialog} title=${words.details} kind="drawer" onClose=${close}>
      <div class="context">${contextView}</div><//>`}
    ${dialog === 'transfer' && html`<${TransferDialog} colleagues=${colleagues} teams=${board?.teams ?? []} onClose=${close}
      onTransfer=${(to, note) => (to.agent ? desk.work.transfer(open, to.agent, note) : desk.work.putBack(open, to.team, note))} />`}
    ${dialog === 'return' && html`<${ReturnDialog} onClose=${close} onReturn=${note => desk.work.giveBack(open, note)} />`}
    ${dialog === 'resolve' && html`<${ResolveDialog} onClose=${close} onResolve=${outcome => desk.work.resolve(open, outcome)} />`}
    ${dialog === 'reunion' && context && html`<${ReunionDialog} contact=${context.contact} onClose=${close}
      onSearch=${text => desk.work.search(open, text)} onJoin=${other => desk.work.join(open, other)} />`}
    ${dialog?.template && context && html`<${TemplateDialog} way=${dialog.template} context=${context} onClose=${close} files=${state.chosen[headOf(open)] ?? NOTHING} bring=${bring}
      onLoad=${line => desk.work.templates(line)} onSend=${message => desk.work.sayTemplate(open, message, plainName(context.contact.name))} />`}
    ${dialog === 'help' && html`<${HelpDialog} onClose=${close} enabled=${keysEnabled}
      onEnabled=${on => { keepPreference('keys', on ? 'on' : 'off'); setKeysEnabled(on) }} />`}`
}
