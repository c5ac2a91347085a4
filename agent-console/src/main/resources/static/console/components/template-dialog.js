import { uuid } from '../lib/uuid.js'
import { busy, ready, sizeText } from '../models/attachments.js'
import { readableKey } from '../models/names.js'
import { complete, hintOf, kindsOf, matching, number, pieces, placeOf, prefilled, tidied } from '../models/templates.js'
import { dueClock } from '../models/time.js'
import { html, useEffect, useRef, useState } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'
import { Dialog } from './dialog.js'
import { Chosen, Files } from './files.js'
import { useNow } from './hooks.js'
import { Icon } from './icons.js'
import { Unusable } from './unusable.js'

const MANY = 6
const NONE = {}

/** Words that the platform has approved: choose, fill in, see what will be sent, send. `files` is what was chosen for a head, `bring` how it comes. */
export function TemplateDialog({ way, context, files, bring, onLoad, onSend, onClose }) {
  const { words } = useWords()
  const [offer, setOffer] = useState(null)
  const [chosen, setChosen] = useState(null)
  const [left, setLeft] = useState(null)

  async function load() {
    setOffer(null)
    setOffer(await onLoad(way.line))
  }
  useEffect(() => { load() }, [])
  useEffect(() => bring.clear, [chosen])

  const back = () => { setLeft(chosen); setChosen(null) }
  return html`<${Dialog} title=${chosen ? readableKey(chosen.name) : words.chooseTemplate} kind="templates" onClose=${onClose}>
    ${!offer && html`<p role="status">${words.templatesLoading}</p>`}
    ${offer?.state === 'unset' && html`<p>${words.templatesUnset(way.line)}</p>`}
    ${(offer?.state === 'unknown' || offer?.state === 'offline') && html`<p role="alert">${offer.state === 'offline' ? words.noServer : words.templatesFailed(offer.why)}</p>
      <footer><button type="button" class="button" onClick=${load}>${words.retry}</button></footer>`}
    ${(offer?.state === 'none' || offer?.templates?.length === 0) && html`<p>${words.templatesNone}</p>`}
    ${offer?.state === 'known' && !chosen && html`<${TemplateList} offer=${offer} language=${context.conversation.language} first=${left} onChoose=${setChosen} />`}
    ${chosen && html`<${TemplateForm} key=${`${chosen.name} ${chosen.language}`} template=${chosen} contact=${context.contact} onBack=${back}
      files=${files} bring=${bring} onSend=${(key, values, attachments) => onSend({ id: key, line: way.line, template: { name: chosen.name, language: chosen.language, values }, attachments })} onClose=${onClose} />`}
  <//>`
}

const sameAs = other => one => one.name === other?.name && one.language === other?.language

function TemplateList({ offer, language, first, onChoose }) {
  const { words, language: spoken } = useWords()
  const now = useNow()
  const [query, setQuery] = useState('')
  const box = useRef()
  const many = offer.templates.length > MANY
  const shown = matching(offer.templates, query, language)
  const start = Math.max(0, shown.findIndex(sameAs(first)))

  useEffect(() => {
    const field = first ? null : box.current.querySelector('input')
    const target = field ?? box.current.querySelectorAll('.template')[start]
    target?.focus()
  }, [])

  function keys(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const all = [...box.current.querySelectorAll('.template')]
    event.preventDefault()
    all[Math.min(Math.max(all.indexOf(document.activeElement) + step, 0), all.length - 1)]?.focus()
  }

  return html`<div ref=${box} onKeyDown=${keys}>
    ${offer.outage && html`<p class="fine" role="status">${words.templatesOld(dueClock(offer.at, now, spoken), offer.outage)}</p>`}
    ${many && html`<label class="field"><span>${words.templateSearch}</span>
      <input type="search" maxlength="100" value=${query} onInput=${event => setQuery(event.target.value)} /></label>
      <p class="fine" role="status">${words.templatesFound(shown.length)}</p>`}
    <ul class="template-list">${shown.map(one => html`<li key=${`${one.name} ${one.language}`}>
      <button type="button" class="template" onClick=${() => onChoose(one)}>
        <span class="template-name"><b>${readableKey(one.name)}</b><small>${one.language.replace('_', '-')} · ${wordFor(words.templateCategories, one.category)}</small></span>
        <span class="template-text" lang=${one.language.replace('_', '-')} dir="auto"><${Filled} text=${one.text} values=${NONE} /></span></button></li>`)}</ul>
    <${Unusable} ones=${offer.unusable} title=${words.templatesUnusable} reasons=${words.templateReasons} />
  </div>`
}

function blankName(variable) {
  const { name, button } = placeOf(variable)
  return button !== undefined ? '…' : number(name) ? name : readableKey(name)
}

/** The text as it will be sent, and what is still to be filled in. */
const Filled = ({ text, values }) => pieces(text, values).map(piece => (!piece.variable ? piece.text
  : html`<mark class=${piece.text ? 'filled' : 'blank'}>${piece.text || blankName(piece.variable)}</mark>`))

function TemplateForm({ template, contact, files, bring, onBack, onSend, onClose }) {
  const { words } = useWords()
  const [values, setValues] = useState(() => prefilled(template, contact))
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState(null)
  const [key] = useState(uuid)
  const form = useRef()
  const faults = problem?.body?.faults ?? {}
  const brought = ready(files)
  const whole = complete(template, values, brought) && !busy(files)

  useEffect(() => {
    const fields = [...form.current.querySelectorAll('input:not([type=file]), .template-file .button')]
    const target = fields.find(field => !field.value) ?? form.current.querySelector('.primary')
    target.focus()
  }, [])

  async function submit(event) {
    event.preventDefault()
    if (sending || !whole) return
    setSending(true)
    const refused = await onSend(key, tidied(values), brought.map(file => file.id))
    setSending(false)
    setProblem(refused)
    if (!refused) onClose()
  }

  return html`<form ref=${form} class="template-form" onSubmit=${submit}>
    ${template.file && html`<${HeadFile} wanted=${template.file} files=${files} bring=${bring} fault=${wordFor(words.templateFileFaults, faults.head, '')} />`}
    ${template.variables.map(name => html`<${Blank} key=${name} name=${name} template=${template} value=${values[name]} fault=${wordFor(words.templateFaults, faults[name], '')}
      onInput=${value => setValues(all => ({ ...all, [name]: value }))} />`)}
    <section class="template-preview by-agent" aria-label=${words.templatePreview}><h3>${words.templatePreview}</h3>
      <div class="bubble"><${Files} files=${brought} /><p class="words" lang=${template.language.replace('_', '-')} dir="auto"><${Filled} text=${template.text} values=${values} /></p>
        ${template.buttons.length > 0 && html`<ul class="offers">${template.buttons.map(({ title, behind }, at) => html`<li key=${at}>${title}${behind && html`<small dir="ltr"><${Filled} text=${behind} values=${values} /></small>`}</li>`)}</ul>`}</div>
      <p class="fine">${wordFor(words.templateCosts, template.category, words.templateCosts.other)}</p></section>
    <p class="problem" role="alert">${problem && wordFor(words.templateRefusals, problem.code, words.failed)}</p>
    <footer><button type="button" class="button" onClick=${onBack}>${words.templateOther}</button>
      <button class="button primary" disabled=${sending || !whole}><${Icon} name="send" size=${16} />${words.send}</button></footer>
  </form>`
}

/** The one file that stands above the words. */
function HeadFile({ wanted, files, bring, fault }) {
  const { words, language } = useWords()
  const picker = useRef()
  function choose(event) {
    const [file] = event.target.files
    event.target.value = ''
    if (!file) return
    bring.clear()
    bring.add([file])
  }
  return html`<div class="field template-file" role="group" aria-labelledby="head-file" aria-describedby="head-file-hint"><span id="head-file">${wordFor(words.templateFiles, wanted.kind)}</span>
    <input type="file" hidden ref=${picker} accept=${wanted.mediaTypes.join(',')} onChange=${choose} />
    <button type="button" class="button" onClick=${() => picker.current.click()}><${Icon} name="attach" size=${16} />${files.length > 0 ? words.templateOtherFile : words.templateFile}</button>
    <${Chosen} items=${files} onAgain=${bring.again} onRemove=${bring.remove} />
    <small id="head-file-hint">${fault ? html`<span class="problem">${fault}</span>` : words.templateFileHint(kindsOf(wanted), sizeText(wanted.longest, language))}</small></div>`
}

function Blank({ name, template, value, fault, onInput }) {
  const { words } = useWords()
  const id = `blank-${name.replace(':', '-')}`
  const { place, name: short, button } = placeOf(name)
  const title = template.buttons[button]?.title
  const own = number(short) ? words.templateBlank(short) : readableKey(short)
  const label = { body: () => own, head: () => words.templateHeadBlank(own), button: () => words.templateLink(title), code: () => words.templateCode(title) }[place]()
  return html`<div class="field"><label for=${id}>${label}</label>
    <input id=${id} type="text" autocomplete="off" maxlength="1024" required value=${value} dir="auto" aria-invalid=${String(Boolean(fault))} aria-describedby=${`${id}-hint`}
      onInput=${event => onInput(event.target.value)} />
    <small id=${`${id}-hint`} dir="auto">${fault ? html`<span class="problem">${fault}</span>` : place === 'code' ? words.templateCodeHint : hintOf(template, name)}</small></div>`
}
