const ORDER = ['whatsapp', 'messenger', 'instagram', 'telegram', 'sms', 'line', 'slack', 'webhook', 'email', 'web', 'directline', 'rasa']
const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/

/** Lines in the order of their channels, then of their names. */
export function sorted(lines) {
  const place = line => (ORDER.includes(line.channel) ? ORDER.indexOf(line.channel) : ORDER.length)
  return [...lines].sort((a, b) => place(a) - place(b) || a.line.localeCompare(b.line))
}

/** How a line does, in one word: what is worst comes first. */
export function stateOf(line) {
  const codes = line.troubles.map(({ code }) => code)
  if (codes.includes('shut') || codes.includes('paused')) return 'broken'
  if (codes.includes('unregistered') || codes.includes('quarantined')) return 'troubled'
  if (codes.includes('unheard') || codes.includes('address')) return 'new'
  return 'well'
}

/** A name that no line has yet: the channel's, with a number if need be. */
export function freeName(channel, lines) {
  const taken = new Set(lines.map(({ line }) => line))
  for (let n = 1; ; n++) {
    const name = n === 1 ? channel : `${channel}-${n}`
    if (!taken.has(name)) return name
  }
}

export const goodName = name => NAME.test(name)

/** A word that nobody guesses: 32 letters and digits. */
export function secretWord(random = bytes => crypto.getRandomValues(bytes)) {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const word = []
  while (word.length < 32) for (const byte of random(new Uint8Array(64))) if (byte < 224 && word.length < 32) word.push(letters[byte % 56])
  return word.join('')
}

/** What a new line is told unless the operator knows better: our address where it is asked for, a fresh word where we choose it. */
export function firstValues(kind, overview, random) {
  const values = {}
  for (const { name } of kind.fields) {
    if (name === 'public-url' && overview.callable) values[name] = overview.address
    if (name === 'verify-token' || (name === 'secret' && kind.channel === 'telegram')) values[name] = secretWord(random)
  }
  return values
}

/** Which fields still miss something; a secret that was told before need not be told again. */
export const missing = (kind, values, known) => kind.fields
  .filter(({ name, secret, needed }) => needed && !values[name]?.trim() && !(secret && known))
  .map(({ name }) => name)
