// Control and direction characters could reorder the text around a name.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A name as one line of plain text; never empty. */
export function plainName(name, fallback = '?') {
  return String(name ?? '').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim() || fallback
}

export function initials(name) {
  const parts = plainName(name, '').split(' ').filter(part => /^[\p{L}\p{N}]/u.test(part))
  return parts.slice(0, 2).map(part => [...part][0].toUpperCase()).join('') || '?'
}

/** An account name as people know it. */
export function agentName(account, session, board) {
  if (!account) return ''
  if (account === session?.name) return session.displayName
  return board?.colleagues?.find(colleague => colleague.name === account)?.displayName ?? account
}

/** A technical key in readable letters: "return_reason" becomes "Return reason". */
export function readableKey(key) {
  const text = String(key).replace(/[_-]+/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
