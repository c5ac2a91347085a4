import { drawing } from './drawings.js'
import { words } from './words.js'

const PRICES = { bench: 189, can: 34.5, bed: 129, lamp: 59, drill: 149, gloves: 16.9 }
const LOCALES = { de: 'de-DE', en: 'en-GB' }

const asked = new URLSearchParams(location.search).get('lang')
let language = Object.hasOwn(words, asked ?? '') ? asked : 'de'
let orders

function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

const day = date => new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long' }).format(new Date(`${date}T12:00`))
const money = (amount, currency = 'EUR') => new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(amount)

async function askInChat(draft) {
  await customElements.whenDefined('direktdraht-chat')
  document.querySelector('direktdraht-chat').open({ draft })
}

function drawWords() {
  const spoken = words[language]
  document.documentElement.lang = language
  document.title = spoken.page
  for (const place of document.querySelectorAll('[data-words]')) place.textContent = spoken[place.dataset.words]
  for (const place of document.querySelectorAll('[data-label]')) place.setAttribute('aria-label', spoken[place.dataset.label])
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
  }
  document.querySelector('.demo [href^="/phone"]').href = language === 'de' ? '/phone' : `/phone/?lang=${language}`
  document.querySelector('direktdraht-chat')?.setAttribute('language', language)
}

function drawProducts() {
  const goods = Object.entries(words[language].goods).map(([id, [name, text]]) =>
    node('li', {}, drawing(id), node('h3', {}, name), node('p', {}, text), node('p', { class: 'price' }, money(PRICES[id]))))
  document.querySelector('.products').replaceChildren(...goods)
}

function drawOrder({ number, status, placedOn, items, total, deliveryOn, carrier }) {
  const spoken = words[language]
  const [amount, currency] = total.split(' ')
  const arrival = status === 'delivered' ? spoken.arrived : spoken.due
  const ask = node('button', { class: 'button plain', type: 'button', 'aria-label': spoken.askAbout(number) }, spoken.askOrder)
  ask.addEventListener('click', () => askInChat(spoken.draft(number)))
  return node('li', {},
    node('div', { class: 'order' },
      node('p', {}, node('strong', {}, number), ' ', node('span', { class: `status ${status}` }, spoken.status[status] ?? status)),
      node('p', {}, items.map(({ name, quantity }) => quantity > 1 ? `${quantity} × ${name}` : name).join(', ')),
      node('p', { class: 'dates' }, [spoken.placed(day(placedOn)), deliveryOn && status !== 'cancelled' && arrival(day(deliveryOn), carrier)]
        .filter(Boolean).join(' · '))),
    node('p', { class: 'price' }, money(Number(amount), currency)), ask)
}

function drawOrders() {
  if (orders === undefined) return
  const spoken = words[language]
  const empty = orders === null ? spoken.ordersFailed : spoken.noOrders
  document.querySelector('.orders').replaceChildren(...(orders?.length ? orders.map(drawOrder) : [node('li', { class: 'empty' }, empty)]))
}

function draw() {
  drawWords()
  drawProducts()
  drawOrders()
}

async function loadOrders() {
  try {
    const response = await fetch('/demo/orders')
    orders = response.ok ? await response.json() : null
  } catch {
    orders = null
  }
  drawOrders()
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    language = button.dataset.language
    history.replaceState(null, '', language === 'de' ? location.pathname : `?lang=${language}`)
    draw()
  })
}
document.querySelector('#ask').addEventListener('click', () => askInChat())

draw()
loadOrders()
