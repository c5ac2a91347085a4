import { agentName, plainName } from '../models/names.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'
import { channelIcon, Icon } from './icons.js'
import { When } from './when.js'

function Stage({ conversation, may, session, board }) {
  const { words } = useWords()
  const time = form => html`<${When} at=${form === 'due' ? conversation.due : conversation.since} form=${form} />`
  const around = (sentence, inner) => sentence('\n').split('\n').map((part, index) => html`${index > 0 && inner}${part}`)
  switch (conversation.stage) {
    case 'waiting': return html`<span class="stage waiting"><${Icon} name="clock" size=${14} /><span>${around(words.stageWaiting, time('length'))}</span></span>`
    case 'promised': return html`<span class="stage waiting"><${Icon} name="promise" size=${14} /><span>${around(words.stagePromised, time('due'))}</span></span>`
    case 'withAgent': return html`<span class=${may.mine ? 'stage mine' : 'stage'}><${Icon} name="agent" size=${14} />${
      may.mine ? words.stageMine : words.stageWithAgent(plainName(agentName(conversation.agent, session, board)))}</span>`
    case 'resolved': return html`<span class="stage"><${Icon} name="resolve" size=${14} />${words.stageResolved}</span>`
    default: return html`<span class="stage"><${Icon} name="bot" size=${14} />${words.stageWithBot}</span>`
  }
}

function Action({ icon, label, hotkey, kind = '', onClick }) {
  return html`<button type="button" class=${`button action ${kind}`} aria-keyshortcuts=${hotkey} title=${`${label} (${hotkey})`} aria-label=${label} onClick=${onClick}>
    <${Icon} name=${icon} size=${16} /><span>${label}</span></button>`
}

/** Who it is, where it stands, and the ways on. */
export function ConversationHeader({ context, may, session, board, onBack, onDialog, showContext }) {
  const { words } = useWords()
  const { conversation, contact } = context
  return html`<header class="conversation-head">
    <button type="button" class="icon-button back" aria-label=${words.backToBoard} onClick=${onBack}><${Icon} name="left" /></button>
    <div class="grow head-who"><h1><bdi>${plainName(contact.name)}</bdi></h1>
      <p><${Stage} conversation=${conversation} may=${may} session=${session} board=${board} />
        <span class="head-channel"><${Icon} name=${channelIcon(conversation.channel)} size=${14} />${wordFor(words.channels, conversation.channel)}</span></p></div>
    ${may.mine && html`<div class="actions">
      <${Action} icon="transfer" label=${words.transfer} hotkey="T" onClick=${() => onDialog('transfer')} />
      <${Action} icon="giveBack" label=${words.returnToBot} hotkey="B" onClick=${() => onDialog('return')} />
      <${Action} icon="resolve" label=${words.resolve} hotkey="R" kind="soft" onClick=${() => onDialog('resolve')} /></div>`}
    ${showContext && html`<button type="button" class="icon-button" aria-label=${words.showDetails} title=${words.showDetails} onClick=${showContext}><${Icon} name="panel" /></button>`}
  </header>`
}
