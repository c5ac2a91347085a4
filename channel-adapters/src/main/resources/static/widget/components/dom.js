export const SVG = 'http://www.w3.org/2000/svg'

const ICONS = {
  chat: 'M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-6 5v-5A2.5 2.5 0 0 1 4 13.5zM8 8h8M8 11.5h5',
  phone: 'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3zM11 18h2',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M5 12h.01M12 12h.01M19 12h.01',
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-3.8 3.6-6 7.5-6s6.9 2.2 7.5 6',
  bot: 'M4 8h16v11H4zM12 8V4.5M9 13v1M15 13v1M1 12v3M23 12v3',
  queued: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 1.5',
  attach: 'm20 11.5-8.3 8.2a5 5 0 0 1-7.1-7.1l8.8-8.7a3.4 3.4 0 0 1 4.8 4.8l-8.7 8.6a1.7 1.7 0 0 1-2.4-2.4l7.7-7.6',
  sent: 'm6 12.5 4 4 8-9',
  received: 'm1.5 12.5 4 4 8-9M11 16.5l8-9',
}

export function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.')
  const node = document.createElement(tag)
  if (classes.length > 0) node.className = classes.join(' ')
  if (tag === 'button') node.type = 'button'
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(key.slice(2), value)
    else node.setAttribute(key, value)
  }
  node.append(...children.filter(Boolean))
  return node
}

export function icon(name, label) {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute(label ? 'aria-label' : 'aria-hidden', label ?? true)
  if (label) svg.setAttribute('role', 'img')
  path.setAttribute('d', ICONS[name] ?? name)
  svg.append(path)
  return svg
}

export const link = (href, text) => el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text)

/** Writes only what differs, so that a screen reader is not told the same thing twice. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}
