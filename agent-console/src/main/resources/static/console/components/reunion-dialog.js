import { plainName } from '../models/names.js'
import { html, useRef, useState } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'
import { Form } from './dialogs.js'
import { channelIcon, Icon } from './icons.js'
import { When } from './when.js'

/** Finds a customer's other conversation, shows what it is, and makes one customer of two. */
export function ReunionDialog({ contact, onSearch, onJoin, onClose }) {
  const { words } = useWords()
  const [text, setText] = useState(contact.email ?? contact.phone ?? '')
  const [found, setFound] = useState(null)
  const [chosen, setChosen] = useState(null)
  const asked = useRef(0)

  async function search() {
    const round = ++asked.current
    if (text.trim().length < 3) return
    setChosen(null)
    const rows = await onSearch(text.trim())
    if (round === asked.current && rows) setFound(rows)
  }

  const keys = event => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    search()
  }

  return html`<${Form} title=${words.samePerson} action=${words.join} disabled=${chosen === null} onClose=${onClose} onDone=${() => onJoin(chosen)}>
    <p>${words.joinHint(plainName(contact.name))}</p>
    <div class="search"><label class="field grow"><span>${words.searchFor}</span>
      <input type="search" autofocus maxlength="100" value=${text} onInput=${event => setText(event.target.value)} onKeyDown=${keys} /></label>
      <button type="button" class="button" disabled=${text.trim().length < 3} onClick=${search}>${words.search}</button></div>
    <p class="fine" role="status">${found && words.found(found.length)}</p>
    ${found?.length > 0 && html`<fieldset class="choices"><legend class="unseen">${words.otherConversation}</legend>${found.map(row => html`
      <label class="choice" key=${row.id}><input type="radio" name="with" checked=${chosen === row.id} onChange=${() => setChosen(row.id)} />
        <span class="grow found"><bdi>${plainName(row.name)}</bdi><small><${Icon} name=${channelIcon(row.channel)} size=${13} /><span>${wordFor(words.channels, row.channel)}</span>
          <${When} at=${row.lastAt} /><span>${row.outcome ? wordFor(words.outcomes, row.outcome) : words.stages[row.stage] ?? row.stage}</span></small>
          ${[row.email, row.phone].filter(Boolean).map(known => html`<small key=${known}>${plainName(known)}</small>`)}
          <small class="found-text">${plainName(row.lastText, '')}</small></span></label>`)}</fieldset>`}
  <//>`
}
