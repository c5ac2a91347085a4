const PREFIX = 'direktdraht.'

/** A preference kept in this browser; a browser that forbids it just forgets. */
export function kept(key) {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value)
  } catch { /* private window: the choice lasts as long as the page */ }
}
