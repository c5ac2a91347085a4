import { plainName } from '../models/names.js'
import { date } from '../models/time.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../words/index.js'

const total = (value, language) => (typeof value === 'number'
  ? new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  : plainName(value))

/** What this contact bought, newest first, each folded to one line. */
export function Orders({ orders }) {
  const { words, language } = useWords()
  if (!orders?.length) return html`<p class="empty">${words.noOrders}</p>`
  return html`<ul class="orders">${orders.map((order, index) => html`<li key=${order.number}><details open=${index === 0}>
    <summary><b>${plainName(order.number)}</b><span class="tag">${wordFor(words.orderStatus, String(order.status ?? '').toLowerCase(), order.status)}</span></summary>
    <ul class="order-items">${(order.items ?? []).map((item, at) => html`<li key=${at}><span>${item.quantity} ×</span> ${plainName(item.name)}</li>`)}</ul>
    <p class="fine">${[order.placedOn && words.orderedOn(date(order.placedOn, language)), order.deliveryOn && words.deliveryOn(date(order.deliveryOn, language)),
      order.carrier && plainName(order.carrier)].filter(Boolean).join(' · ')}</p>
    ${order.total !== null && order.total !== undefined && html`<p class="fine">${words.orderTotal} <b>${total(order.total, language)}</b></p>`}
  </details></li>`)}</ul>`
}
