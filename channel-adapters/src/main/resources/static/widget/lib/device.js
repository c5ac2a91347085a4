const TURN = 3_000
const SETTLES = 100

/** What all tabs share. Each unsent message has its own key, so that tabs never overwrite each other's. */
export class Device {
  #prefix
  #area
  #memory = new Map()
  #usedToken = null
  #leave

  constructor(line, area) {
    this.#prefix = `direktdraht:${line}:`
    this.#area = area ?? this.#allowed(() => localStorage)
  }

  get(key) {
    return this.#allowed(() => this.#area.getItem(this.#prefix + key)) ?? this.#memory.get(key) ?? null
  }

  set(key, value) {
    const kept = this.#allowed(() => {
      if (value === null) this.#area.removeItem(this.#prefix + key)
      else this.#area.setItem(this.#prefix + key, value)
      return true
    })
    if (kept || value === null) this.#memory.delete(key)
    else this.#memory.set(key, value)
  }

  keep(message) {
    this.set(`out:${message.id}`, JSON.stringify(message))
  }

  unsent() {
    return this.#keys().filter(key => key.startsWith('out:')).map(key => this.#allowed(() => JSON.parse(this.get(key))))
      .filter(message => message?.id).sort((a, b) => a.at - b.at)
  }

  clear() {
    this.#keys().forEach(key => this.set(key, null))
  }

  watch(changed) {
    globalThis.addEventListener?.('storage', ({ key, newValue, oldValue, storageArea }) => {
      if (storageArea === this.#area && key?.startsWith(this.#prefix)) changed(key.slice(this.#prefix.length), newValue, oldValue)
    })
  }

  /** Without a token tabs say hello in turn: two opened at once must not become two visitors. */
  async token() {
    this.leaveTurn()
    if (this.get('token') === null && globalThis.navigator?.locks) {
      await new Promise(go => {
        const turn = () => new Promise(leave => { this.#leave = leave; go() })
        navigator.locks.request(`${this.#prefix}hello`, { signal: AbortSignal.timeout(TURN) }, turn).catch(go)
      })
      if (this.get('token') !== null) this.leaveTurn()
    }
    return (this.#usedToken = this.get('token'))
  }

  leaveTurn() {
    this.#leave?.()
  }

  /** The token needs a moment to reach the next tab. */
  welcomed(token, conversation) {
    this.set('token', token)
    if (!conversation) this.set('conversation', null)
    setTimeout(() => this.leaveTurn(), SETTLES)
  }

  /** False when another tab holds a fresh one already. */
  lostToken() {
    if (this.get('token') !== this.#usedToken) return false
    this.set('token', null)
    this.set('conversation', null)
    return true
  }

  #keys() {
    const stored = this.#allowed(() => Object.keys(this.#area)) ?? []
    const ours = stored.filter(key => key.startsWith(this.#prefix)).map(key => key.slice(this.#prefix.length))
    return [...ours, ...this.#memory.keys()]
  }

  #allowed(act) {
    try {
      return act()
    } catch {
      return undefined
    }
  }
}
