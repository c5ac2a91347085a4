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
  const any = (...some) => some.some(code => codes.includes(code))
  if (any('shut', 'paused', 'mailbox-refused', 'mailbox-folder')) return 'broken'
  if (any('unregistered', 'quarantined', 'mailbox-away')) return 'troubled'
  if (any('unheard', 'address')) return 'new'
  return any('off') ? 'off' : 'well'
}

/** For which other account a call was, or null: then it could not be read. */
export const accountOf = problem => /^for another account: (.*)$/s.exec(problem ?? '')?.[1] ?? null

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

// What few need: it stands behind a fold.
const FURTHER = {
  email: ['folder', 'plus', 'authority', 'oauth.token-url', 'oauth.client-id', 'oauth.client-secret', 'oauth.refresh-token', 'oauth.scope'],
  directline: ['token-life', 'longest-text', 'per-minute', 'burst'],
}

export const isFurther = (channel, { name }) => (FURTHER[channel] ?? []).includes(name)

const weChoose = (channel, name) => name === 'verify-token' || (name === 'secret' && (channel === 'telegram' || channel === 'directline'))

const YES_OR_NO = ['plus', 'appsecret-proof', 'human-agent', 'mms']

export const isYesOrNo = name => YES_OR_NO.includes(name)

/** What a new line is told unless the operator knows better: our address where it is asked for, a fresh word where we choose it. */
export function firstValues(kind, overview, random) {
  const values = {}
  for (const { name } of kind.fields) {
    if (name === 'public-url' && overview.callable) values[name] = overview.address
    if (weChoose(kind.channel, name)) values[name] = secretWord(random)
  }
  return values
}

// A mailbox is opened by a password, or by a grant.
const grants = values => Boolean(values['oauth.client-id']?.trim() || values['oauth.token-url']?.trim())

/** Whether an address changed at which secrets are shown: what was told before is not shown there. */
export const moved = (kind, values, told) => kind.fields.some(({ name, destination }) => {
  const address = values[name]?.trim()
  return Boolean(destination && address && address !== told[name])
})

/** Which fields still miss something; a secret that was told before need not be told again. */
export const missing = (kind, values, known) => kind.fields
  .filter(({ name, secret, needed }) => (needed || (name === 'password' && !grants(values))) && !values[name]?.trim() && !(secret && known))
  .map(({ name }) => name)
