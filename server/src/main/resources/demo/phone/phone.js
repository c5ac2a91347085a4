import { words } from './words.js'

const PAUSE = 700
const LINK = /https?:\/\/[^\s]+/g
const place = name => document.querySelector(name)
const chat = place('.chat')
const field = place('textarea')
const chooser = place('input[type=file]')

const query = new URLSearchParams(location.search)
const asked = query.get('lang')
let language = Object.hasOwn(words, asked ?? '') ? asked : 'de'
let messenger = ['whatsapp', 'telegram', 'sms'].find(name => name === query.get('messenger')) ?? 'whatsapp'
let bubbles = []
let drawn = ''

/** This page's phone, as long as its tab lives: nobody else sees its messages. */
function phone() {
  let number = sessionStorage.getItem('phone')
  if (!number) {
    number = `1${crypto.getRandomValues(new Uint32Array(1))[0].toString().padStart(10, '0').slice(-9)}`
    sessionStorage.setItem('phone', number)
  }
  return number
}

const at = (path = '', of = messenger) => `/demo/phone/${phone()}/${of}${path}`

function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

function cookie(name) {
  const found = document.cookie.split('; ').find(part => part.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}

function trouble(text) {
  place('.problem').textContent = text
  place('.problem').hidden = !text
}

async function post(path, body) {
  const file = body instanceof Blob
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': file ? 'application/octet-stream' : 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
      body: file ? body : JSON.stringify(body ?? {}),
    })
    trouble(response.ok ? '' : words[language].failed)
    return response.ok
  } catch {
    trouble(words[language].offline)
    return false
  }
}

/** Addresses become links; everything stays text. */
function text(words) {
  const line = node('p')
  let end = 0
  for (const found of words.matchAll(LINK)) {
    line.append(words.slice(end, found.index), node('a', { href: found[0], target: '_blank', rel: 'noopener' }, found[0]))
    end = found.index + found[0].length
  }
  line.append(words.slice(end))
  return line
}

/** A picture grows when it has come; what was in sight stays so. */
function drawPicture(name) {
  const picture = node('img', { src: at(`/picture/${name}`), alt: words[language].picture })
  picture.addEventListener('load', () => {
    if (chat.scrollHeight - chat.scrollTop - chat.clientHeight < 320) chat.scrollTop = chat.scrollHeight
  })
  return picture
}

function drawBubble(bubble) {
  const spoken = words[language]
  const drawing = node('div', { class: bubble.mine ? 'bubble mine' : 'bubble', role: 'group', 'aria-label': spoken.from[bubble.mine] })
  if (bubble.picture) drawing.append(drawPicture(bubble.picture))
  if (bubble.text) drawing.append(text(bubble.text))
  const tick = (bubble.mine ? spoken.mine : spoken.shops)[bubble.status]
  if (tick && !(messenger === 'telegram' && !bubble.mine)) drawing.append(node('span', { class: 'tick' }, tick))
  return drawing
}

function drawChoices(bubble) {
  const group = node('div', { class: `choices ${bubble.menu}` })
  bubble.choices.forEach((choice, number) => {
    const button = node('button', { type: 'button' }, choice.title)
    button.addEventListener('click', () => act(at('/press'), { bubble: bubble.number, choice: number }))
    group.append(button)
  })
  return group
}

function drawSuggestions() {
  const spoken = words[language]
  const group = node('div', { class: 'suggestions' }, node('p', {}, spoken.begin))
  for (const suggestion of spoken.suggestions) {
    const button = node('button', { type: 'button' }, suggestion)
    button.addEventListener('click', () => {
      field.focus()
      act(at('/text'), { text: suggestion })
    })
    group.append(button)
  }
  return group
}

function draw() {
  const seen = JSON.stringify([language, messenger, bubbles])
  if (seen === drawn) return
  drawn = seen
  const below = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80
  const focused = chat.contains(document.activeElement)
  const last = bubbles.at(-1)
  chat.replaceChildren(...bubbles.flatMap(bubble =>
    bubble.choices.length ? [drawBubble(bubble), drawChoices(bubble)] : [drawBubble(bubble)]))
  if (!last) chat.append(drawSuggestions())
  if (focused) chat.focus()
  if (below) chat.scrollTop = chat.scrollHeight
}

async function look() {
  const of = messenger
  try {
    const response = await fetch(at('', of), { cache: 'no-store' })
    if (!response.ok || of !== messenger) return
    bubbles = await response.json()
    draw()
    const news = bubbles.some(bubble => !bubble.mine && bubble.status === 'DELIVERED')
    if (news && of === 'whatsapp' && !document.hidden) await post(at('/read', of))
  } catch {
    trouble(words[language].offline)
  }
}

async function act(path, body) {
  const done = await post(path, body)
  await look()
  chat.scrollTop = chat.scrollHeight
  return done
}

async function send() {
  const written = field.value.trim()
  if (!written) return
  field.value = ''
  if (!await act(at('/text'), { text: written }) && !field.value) field.value = written
}

function drawWords() {
  const spoken = words[language]
  document.documentElement.lang = language
  document.title = spoken.page
  for (const one of document.querySelectorAll('[data-words]')) one.textContent = spoken[one.dataset.words]
  for (const one of document.querySelectorAll('[data-label]')) one.setAttribute('aria-label', spoken[one.dataset.label])
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language))
  for (const button of document.querySelectorAll('[data-messenger]')) button.setAttribute('aria-pressed', String(button.dataset.messenger === messenger))
  draw()
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    language = button.dataset.language
    history.replaceState(null, '', language === 'de' ? location.pathname : `?lang=${language}`)
    drawWords()
  })
}
for (const button of document.querySelectorAll('[data-messenger]')) {
  button.addEventListener('click', () => {
    messenger = button.dataset.messenger
    bubbles = []
    trouble('')
    drawWords()
    look()
  })
}
place('form').addEventListener('submit', event => {
  event.preventDefault()
  send()
})
field.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  send()
})
place('.photo').addEventListener('click', () => chooser.click())
chooser.addEventListener('change', () => {
  const [file] = chooser.files
  chooser.value = ''
  if (!file) return
  const caption = field.value.trim()
  field.value = ''
  act(at(`/photo?text=${encodeURIComponent(caption)}`), file)
})

async function live() {
  await look()
  setTimeout(live, PAUSE)
}

field.value = query.get('text') ?? ''
drawWords()
live()
