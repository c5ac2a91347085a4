import { isPicture, passing, sizeText } from '../models/attachments.js'
import { html, useEffect, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Icon } from './icons.js'

const address = ({ id }) => `/api/files/${encodeURIComponent(id)}`

/** The files of a message: pictures in sight, everything to be saved. */
export function Files({ files }) {
  const { words, language } = useWords()
  if (!files?.length) return null
  return html`<ul class="files" aria-label=${words.files}>${files.map(file => html`<li key=${file.id}>
    ${isPicture(file) && html`<a class="picture" href=${address(file)} target="_blank" rel="noopener" title=${words.openFile(file.name)}>
      <img src=${address(file)} alt=${words.pictureOf(file.name)} loading="lazy" /></a>`}
    <a class="file" href=${address(file)} download=${file.name}><${Icon} name=${isPicture(file) ? 'save' : 'file'} size=${16} />
      <bdi>${file.name}</bdi><small>${sizeText(file.size, language)}</small><span class="unseen">${words.saveFile}</span></a></li>`)}</ul>`
}

/** A file that came back with an answer that was not taken is with the server alone. */
function Preview({ file, attachment }) {
  const [source, setSource] = useState(attachment ? address(attachment) : null)
  useEffect(() => {
    if (!file) return
    const reader = new FileReader()
    reader.onload = () => setSource(reader.result)
    reader.readAsDataURL(file)
    return () => reader.abort()
  }, [file])
  return source ? html`<img src=${source} alt="" />` : null
}

/** What shall go with the next answer. */
export function Chosen({ items, onAgain, onRemove }) {
  const { words, language } = useWords()
  const told = ({ state, name, problem, size }) =>
    state === 'going' ? words.bringing(name) : state === 'refused' ? `${name}: ${words.fileProblems[problem] ?? words.fileProblems.other}` : `${name}, ${sizeText(size, language)}`
  return html`<ul class="chosen" aria-label=${words.chosenFiles} hidden=${items.length === 0}>${items.map(item => html`<li key=${item.key} class=${`is-${item.state}`}>
      ${isPicture(item) ? html`<${Preview} file=${item.file} attachment=${item.attachment} />` : html`<${Icon} name="file" size=${18} />`}
      <span class="grow">${told(item)}</span>
      ${item.state === 'refused' && passing(item.problem) && html`<button type="button" class="link" onClick=${() => onAgain(item)}>${words.retry}</button>`}
      <button type="button" class="icon-button" aria-label=${words.removeFile(item.name)} title=${words.removeFile(item.name)} onClick=${() => onRemove(item.key)}><${Icon} name="close" size=${15} /></button>
    </li>`)}</ul>
    <p class="unseen" role="status">${items.length > 0 ? told(items.at(-1)) : ''}</p>`
}
