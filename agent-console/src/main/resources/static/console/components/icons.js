import { html } from '../vendor/htm-preact-standalone.js'

const PATHS = {
  bot: 'M10 2.5v2.5M5 5h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM7.5 9v1.5M12.5 9v1.5M7 18h6',
  person: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5',
  team: 'M7.5 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16c.4-3 2.6-4.5 5.5-4.5S12.6 13 13 16M13 3.4a3 3 0 0 1 0 5.2M15 11.9c1.7.7 2.7 2 3 4.1',
  agent: 'M3.5 12v-2a6.5 6.5 0 0 1 13 0v2M3.5 11h1.5a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1H4.5a1 1 0 0 1-1-1zM16.5 11H15a1 1 0 0 0-1 1v2.5a1 1 0 0 0 1 1h.5a1 1 0 0 0 1-1zM16 15.5c0 1.5-1.5 2.3-4 2.3',
  note: 'M6 9V6.5a4 4 0 0 1 8 0V9M5 9h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1zM10 12.2v1.8',
  attach: 'm16.5 9.5-6.8 6.7a4 4 0 0 1-5.7-5.7l7.1-7a2.7 2.7 0 0 1 3.9 3.8l-7 7a1.4 1.4 0 0 1-2-2l6.2-6.1',
  file: 'M5 2.5h6.5L16 7v10.5H5zM11.5 2.5V7H16',
  save: 'M10 3v9.5M5.5 8.5l4.5 4.5 4.5-4.5M4 17h12',
  send: 'M3 10 17 3.5 12.5 17l-3-5.5zM9.5 11.5 17 3.5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  checks: 'M1.5 10.5 5 14l7.5-8M9 13l1 1 8-8',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
  bellOff: 'M5 14V9c0-.8.2-1.6.5-2.3M7.5 4.7A5 5 0 0 1 15 9v3.5M12.5 15.5h-9L5 14M8.5 17.5h3M3 3l14 14',
  transfer: 'M3 7h13M12.5 3.5 16 7l-3.5 3.5M17 13H4M7.5 9.5 4 13l3.5 3.5',
  giveBack: 'M8 4.5 4 8.5l4 4M4 8.5h8a4 4 0 0 1 0 8H8.5',
  resolve: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.5 10.3l2.5 2.5 4.5-5',
  left: 'M12.5 4 6.5 10l6 6',
  down: 'M4 7l6 6 6-6',
  panel: 'M3.5 4h13a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM12 4v12',
  copy: 'M7.5 7.5V4a1 1 0 0 1 1-1h7.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-3.5M4 7.5h7.5a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1z',
  close: 'M5 5l10 10M15 5 5 15',
  keyboard: 'M3 5h14a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 12h6',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v4.3l2.8 1.7',
  promise: 'M5 17.5v-15M5 3.5h9.5l-2 3.5 2 3.5H5',
  web: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.5c2.5 2.2 3.3 4.7 3.3 7.5s-.8 5.3-3.3 7.5C7.5 15.3 6.7 12.8 6.7 10s.8-5.3 3.3-7.5z',
  phone: 'M6.5 3 8.5 7 6.8 8.5c.9 2 2.7 3.8 4.7 4.7l1.5-1.7 4 2v2.5c0 .8-.7 1.5-1.5 1.5C8.8 17.5 2.5 11.2 2.5 4.5 2.5 3.7 3.2 3 4 3z',
  mail: 'M3 5h14a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM2.5 6l7.5 5 7.5-5',
  chat: 'M4 3.5h12a1.5 1.5 0 0 1 1.5 1.5v7.5A1.5 1.5 0 0 1 16 14h-5l-4 3.5V14H4a1.5 1.5 0 0 1-1.5-1.5V5A1.5 1.5 0 0 1 4 3.5z',
  leave: 'M8 3H4.5a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1H8M13 6.5l3.5 3.5-3.5 3.5M16.5 10H8',
  alert: 'M10 3 18 16.5H2zM10 8v4M10 14.2v.1',
  hand: 'M6 11V5.5a1.2 1.2 0 0 1 2.4 0V9M8.4 9V4a1.2 1.2 0 0 1 2.4 0v5M10.8 9V5a1.2 1.2 0 0 1 2.4 0v6M13.2 10.5l1-1.5a1.2 1.2 0 0 1 2 1.3l-2.6 5c-.8 1.4-2 2.2-3.9 2.2-2.5 0-3.7-1.5-4.2-3.5L4.8 11A1.2 1.2 0 0 1 7 10.2l.5 1',
  plus: 'M10 4v12M4 10h12',
  plug: 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3',
  star: 'M10 2.8l2.2 4.7 5.1.6-3.8 3.5 1 5.1L10 14.2l-4.5 2.5 1-5.1L2.7 8.1l5.1-.6z',
}

const CHANNELS = { web: 'web', email: 'mail', sms: 'phone', phone: 'phone' }

/** A line drawing in the colour of the text; the words beside it carry the meaning. */
export function Icon({ name, size = 18 }) {
  return html`<svg class="icon" width=${size} height=${size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d=${PATHS[name]} /></svg>`
}

export const channelIcon = channel => CHANNELS[channel] ?? 'chat'

/** Two ends and the wire between them. */
export function Logo({ size = 28 }) {
  return html`<svg class="logo" width=${size} height=${size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="8" class="logo-ground" /><path d="M9 11v10M23 11v10" class="logo-ends" />
    <path d="M9 16c4-5 10 5 14 0" class="logo-wire" /></svg>`
}
