import { plainName } from '../models/names.js'
import { keep, kept } from './memory.js'

const able = () => 'Notification' in globalThis

/** 'on', 'off' or 'denied'. Asking happens only by `turnOn`, that is when the agent clicks the bell. */
export function bellState() {
  if (!able() || Notification.permission === 'denied') return 'denied'
  return Notification.permission === 'granted' && kept('bell') === 'on' ? 'on' : 'off'
}

export async function turnOn() {
  if (able() && Notification.permission === 'default') await Notification.requestPermission()
  keep('bell', 'on')
  return bellState()
}

export function turnOff() {
  keep('bell', 'off')
  return bellState()
}

/** One notification per conversation, and none while the agent is looking. */
export function notify(id, title, text, onClick) {
  if (bellState() !== 'on' || (document.visibilityState === 'visible' && document.hasFocus())) return
  const shown = new Notification(plainName(title), { body: plainName(text, '').slice(0, 140), tag: id, icon: '/console/icon.svg' })
  shown.onclick = () => {
    window.focus()
    onClick(id)
    shown.close()
  }
}
