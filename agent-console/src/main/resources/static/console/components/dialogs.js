import { initials, plainName } from '../models/names.js'
import { receivers } from '../models/receivers.js'
import { html, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Dialog } from './dialog.js'
import { Icon } from './icons.js'

/** Asks before something is done; stays open while it has not been. */
export function Form({ title, action, onClose, onDone, disabled, children }) {
  const { words } = useWords()
  const [busy, setBusy] = useState(false)
  async function submit(event) {
    event.preventDefault()
    if (busy || disabled) return
    setBusy(true)
    const done = await onDone()
    setBusy(false)
    if (done) onClose()
  }
  // Enter in the note makes a line; with Ctrl or Cmd it sends the form.
  const keys = event => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)
  return html`<${Dialog} title=${title} onClose=${onClose}>
    <form onSubmit=${submit} onKeyDown=${keys}>${children}
      <footer><button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
        <button class="button primary" disabled=${busy || disabled}>${action}</button></footer>
    </form><//>`
}

const Note = ({ label, value, onInput }) => {
  const { words } = useWords()
  return html`<label class="field"><span>${label} <small>(${words.optional})</small></span>
    <textarea rows="3" maxlength="4000" value=${value} onInput=${event => onInput(event.target.value)}></textarea></label>`
}

/** To whom the conversation goes: a colleague who is here; a team; or whoever comes next. */
export function TransferDialog({ colleagues, teams, onTransfer, onClose }) {
  const { words } = useWords()
  const [to, setTo] = useState(null)
  const [note, setNote] = useState('')
  const presence = { available: words.available, away: words.away, notHere: words.notHere }
  const choice = (value, mark, name, hint, { first = false, reachable = true } = {}) => html`<label class=${reachable ? 'choice' : 'choice out'} key=${JSON.stringify(value)}>
    <input type="radio" name="to" autofocus=${first} disabled=${!reachable} checked=${JSON.stringify(to) === JSON.stringify(value)} onChange=${() => setTo(value)} />
    <span class="avatar" aria-hidden="true">${mark}</span><span class="grow"><bdi>${plainName(name)}</bdi><small>${hint}</small></span></label>`
  return html`<${Form} title=${words.transferTitle} action=${words.transfer} disabled=${to === null} onClose=${onClose} onDone=${() => onTransfer(to, note.trim())}>
    <fieldset class="choices"><legend>${words.transferTo}</legend>
      ${receivers(colleagues).map((colleague, index) => choice({ agent: colleague.name }, initials(colleague.displayName), colleague.displayName, html`
        <span class=${colleague.available ? 'dot there' : 'dot'} aria-hidden="true"></span>${presence[colleague.state]} · ${words.conversationCount(colleague.conversations ?? 0)}`, { first: index === 0, reachable: colleague.reachable }))}
      ${teams.map(team => choice({ team: team.name }, html`<${Icon} name="team" size=${16} />`, words.teamName(team.name), `${words.teamThere(team.available)} · ${words.putBackHint}`))}
      ${choice({ team: null }, '…', words.putBack, words.putBackHint)}</fieldset>
    <${Note} label=${words.transferNote} value=${note} onInput=${setNote} />
  <//>`
}

export function ReturnDialog({ onReturn, onClose }) {
  const { words } = useWords()
  const [note, setNote] = useState('')
  return html`<${Form} title=${words.returnTitle} action=${words.returnToBot} onClose=${onClose} onDone=${() => onReturn(note.trim())}>
    <p>${words.returnHint}</p><${Note} label=${words.returnNote} value=${note} onInput=${setNote} />
  <//>`
}

export function ResolveDialog({ onResolve, onClose }) {
  const { words } = useWords()
  const [outcome, setOutcome] = useState('SolvedByAgent')
  const choices = [['SolvedByAgent', words.resolveSolved, words.resolveSolvedHint], ['Spam', words.resolveSpam, words.resolveSpamHint]]
  return html`<${Form} title=${words.resolveTitle} action=${words.resolve} onClose=${onClose} onDone=${() => onResolve(outcome)}>
    <fieldset class="choices"><legend>${words.resolveHow}</legend>
      ${choices.map(([value, title, hint]) => html`<label class="choice" key=${value}>
        <input type="radio" name="outcome" autofocus=${value === 'SolvedByAgent'} checked=${outcome === value} onChange=${() => setOutcome(value)} />
        <span class="grow">${title}<small>${hint}</small></span></label>`)}</fieldset>
  <//>`
}

export function HelpDialog({ enabled, onEnabled, onClose }) {
  const { words } = useWords()
  const keys = [[['J', '↓'], words.keyNext], [['K', '↑'], words.keyPrevious], [['Enter'], words.keyOpen], [['C'], words.keyClaim], [['A'], words.keyAnswer],
    [['N'], words.keyNote], [['R'], words.keyResolve], [['T'], words.keyTransfer], [['B'], words.keyReturn], [['Esc'], words.keyLeave], [['?'], words.keyHelp]]
  return html`<${Dialog} title=${words.help} onClose=${onClose}>
    <dl class="keys">${keys.map(([names, meaning]) => html`<div key=${names[0]}>
      <dt>${names.map((name, index) => html`${index > 0 && html`<span> ${words.or} </span>`}<kbd>${name}</kbd>`)}</dt><dd>${meaning}</dd></div>`)}</dl>
    <label class="check"><input type="checkbox" checked=${enabled} onChange=${event => onEnabled(event.target.checked)} /> ${words.keysEnabled}</label>
  <//>`
}
