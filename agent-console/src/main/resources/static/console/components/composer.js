import { busy, ready } from '../models/attachments.js'
import { plainName } from '../models/names.js'
import { newerThan } from '../models/thread.js'
import { takesAnswers, waysOf } from '../models/ways.js'
import { html, useLayoutEffect, useRef, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Chosen } from './files.js'
import { useNow } from './hooks.js'
import { Icon } from './icons.js'
import { WayChoice, WayNotice } from './ways.js'

const LIMIT = 4000
const NEAR_LIMIT = 3600

/** Where the agent writes: an answer, or a note that looks so different that nobody takes it for one. */
export function Composer({ context, draft, chosen, thread, mine, me, work, onTemplate }) {
  const { words } = useWords()
  const [hold, setHold] = useState(false)
  const [dropping, setDropping] = useState(false)
  const field = useRef()
  const picker = useRef()
  const { contact, conversation } = context
  const id = conversation.id
  const mode = mine ? draft?.mode ?? 'message' : 'note'
  const text = draft?.[mode] ?? ''
  const tooLong = text.length > LIMIT
  const answers = mode === 'message'
  const ways = waysOf(context, draft, thread, useNow())
  const shut = answers && ways.to !== null && !takesAnswers(ways.to)
  const complete = !shut && !tooLong && (text.trim() || (answers && ready(chosen).length > 0)) && !(answers && busy(chosen))
  const newer = mode === 'message' && text && draft?.saw !== null && draft?.saw !== undefined ? newerThan(thread, draft.saw, me) : []

  useLayoutEffect(() => {
    const area = field.current
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight + 2, 240)}px`
  }, [text, mode])

  function attach(files) {
    if (answers && !shut && files.length > 0) work.attaching.add(id, [...files])
    field.current?.focus()
  }

  function dropped(event) {
    event.preventDefault()
    setDropping(false)
    attach(event.dataTransfer.files)
  }

  function over(event) {
    if (!answers || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setDropping(true)
  }

  function pasted(event) {
    if (!answers || !event.clipboardData.files.length) return
    event.preventDefault()
    attach(event.clipboardData.files)
  }

  async function send() {
    if (!complete) return
    const result = await work.send(id)
    setHold(result === 'read first')
    field.current?.focus()
  }

  function keys(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  }

  function show() {
    const wanted = document.querySelector(`[data-seq="${newer[0].seq}"]`)
    wanted?.scrollIntoView({ block: 'center' })
    setHold(false)
  }

  const take = line => { work.choose(id, line); field.current.focus() }
  const takeBack = async line => { if (await work.takeBack(id, line)) field.current?.focus() }
  const choose = next => { work.mode(id, next); field.current.focus() }
  return html`<div class=${`composer mode-${mode}`}>
    ${(newer.length > 0 || hold) && html`<div class="composer-notice" role="status"><${Icon} name="alert" size=${15} />
      <span class="grow">${hold ? words.readFirst : words.sinceDraft(newer.length)}</span>
      ${newer.length > 0 && html`<button type="button" class="link" onClick=${show}>${words.show}</button>`}
      <button type="button" class="link" onClick=${() => { work.acknowledge(id); setHold(false); field.current.focus() }}>${words.gotIt}</button></div>`}
    ${answers && html`<${WayNotice} ...${ways} contact=${contact} onChoose=${take} onNote=${() => choose('note')} onTemplate=${onTemplate} onTakeBack=${takeBack} />`}
    <div class=${`composer-box ${dropping ? 'dropping' : ''}`} onDragOver=${over} onDragLeave=${() => setDropping(false)} onDrop=${dropped}>
      ${mine && html`<div class="modes" role="group" aria-label=${words.modeLabel}>
        <button type="button" aria-pressed=${String(mode === 'message')} onClick=${() => choose('message')}><${Icon} name="chat" size=${15} />${words.modeMessage}</button>
        <button type="button" aria-pressed=${String(mode === 'note')} aria-keyshortcuts="N" onClick=${() => choose('note')}><${Icon} name="note" size=${15} />${words.modeNote}</button>
        ${answers && html`<${WayChoice} ...${ways} onChoose=${take} />`}</div>`}
      <textarea id="composer" ref=${field} rows="2" value=${text} dir="auto" aria-invalid=${String(tooLong)} readonly=${shut}
        aria-describedby=${shut ? 'way-notice' : 'composer-hint'}
        aria-label=${mode === 'note' ? words.noteOnly : words.answerTo(plainName(contact.name))}
        placeholder=${mode === 'note' ? words.notePlaceholder : words.answerPlaceholder}
        onInput=${event => work.write(id, event.target.value)} onKeyDown=${keys} onPaste=${pasted}></textarea>
      ${answers && html`<${Chosen} items=${chosen} onAgain=${item => work.attaching.again(id, item)} onRemove=${key => { work.attaching.remove(id, key); field.current.focus() }} />`}
      <div class="composer-foot">
        <small id="composer-hint" class=${tooLong ? 'grow problem' : 'grow'}>${text.length > NEAR_LIMIT ? words.tooLong(text.length, LIMIT) : words.enterHint}</small>
        ${answers && html`<input type="file" multiple hidden ref=${picker} onChange=${event => { attach(event.target.files); event.target.value = '' }} />
          <button type="button" class="icon-button" aria-label=${words.attach} title=${words.attach} disabled=${shut} onClick=${() => picker.current.click()}><${Icon} name="attach" /></button>`}
        <button type="button" class="button primary" disabled=${!complete} onClick=${send}>
          <${Icon} name=${mode === 'note' ? 'note' : 'send'} size=${16} />${mode === 'note' ? words.saveNote : words.send}</button>
      </div>
    </div>
  </div>`
}
