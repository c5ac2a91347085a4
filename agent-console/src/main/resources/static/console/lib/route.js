const PREFIX = '#/c/'

/** The open conversation lives in the address, so that the browser's own back button works. */
export const openId = () => (location.hash.startsWith(PREFIX) ? decodeURIComponent(location.hash.slice(PREFIX.length)) || null : null)

export function go(id) {
  if (id === openId()) return
  if (id) location.hash = PREFIX + encodeURIComponent(id)
  else history.pushState(null, '', location.pathname), dispatchEvent(new HashChangeEvent('hashchange'))
}

export function onRoute(listener) {
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
}

const LINES = '#/lines'

/** Which line's page is open: null when none is, '' for the list. */
export function openLinePage() {
  if (location.hash === LINES) return ''
  return location.hash.startsWith(`${LINES}/`) ? decodeURIComponent(location.hash.slice(LINES.length + 1)) : null
}

export const goToLine = line => { location.hash = line ? `${LINES}/${encodeURIComponent(line)}` : LINES }
