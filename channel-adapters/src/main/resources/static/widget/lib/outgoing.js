const ACK_PATIENCE = 10_000
const TYPING = { pause: 3_000, rest: 4_000, forgotten: 15_000 }
const GATHERED = 150
const BUSY = ['too_fast', 'unavailable', 'hello_first']

/**
 * One message on its way at a time, so that a slow one is never overtaken.
 * It keeps its id through every attempt and the server knows repeated ids: each arrives exactly once.
 */
export class Outbox {
  #items = []
  #flying = null
  #pausedUntil = 0

  add(message) {
    if (this.find(message.id)) return
    this.#items.push({ ...message })
    this.#items.sort((a, b) => a.at - b.at)
  }

  find(id) {
    return this.#items.find(item => item.id === id)
  }

  next(now) {
    if (this.#flying || now < this.#pausedUntil) return undefined
    const item = this.#items.find(({ refused }) => !refused)
    this.#flying = item?.id
    return item
  }

  pause(now) {
    return Math.max(0, this.#pausedUntil - now)
  }

  remove(id) {
    this.#landed(id)
    this.#items = this.#items.filter(item => item.id !== id)
  }

  refuse(id, code) {
    this.#landed(id)
    return Object.assign(this.find(id) ?? {}, { refused: code })
  }

  postpone(id, until) {
    this.#landed(id)
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
  }

  /** Whether it arrived is unknown, so it goes again under the same id. */
  lostTrack() {
    this.#flying = null
  }

  holds(payload) {
    return this.#items.some(item => item.payload === payload && !item.refused)
  }

  #landed(id) {
    if (this.#flying === id) this.#flying = null
  }
}

export class Sender {
  #device
  #transmit
  #outbox = new Outbox()
  #online = false
  #timer

  constructor(device, transmit) {
    this.#device = device
    this.#transmit = transmit
  }

  holds(payload) {
    return this.#outbox.holds(payload)
  }

  load() {
    const left = this.#device.unsent()
    left.forEach(message => this.#outbox.add(message))
    return left
  }

  write(text, payload, attachments) {
    const message = { id: newId(), text, payload, attachments, at: Date.now() }
    this.#device.keep(message)
    this.#outbox.add(message)
    this.#pump()
    return message
  }

  refuse(id, code) {
    const message = this.#outbox.refuse(id, code)
    if (message.id) this.#device.keep(message)
    this.#pump()
  }

  /** True when the server was only busy. */
  postponed({ id, code, retryAfter = 3 }) {
    if (!BUSY.includes(code)) return false
    this.#outbox.postpone(id, Date.now() + retryAfter * 1000)
    this.#pump()
    return true
  }

  remove(id) {
    this.#device.set(`out:${id}`, null)
    this.#outbox.remove(id)
    this.#pump()
  }

  turn(online) {
    this.#online = online
    this.#outbox.lostTrack()
    this.#pump()
  }

  clear() {
    this.#outbox = new Outbox()
  }

  #pump() {
    if (!this.#online) return clearTimeout(this.#timer)
    const now = Date.now()
    const message = this.#outbox.next(now)
    if (message) this.#transmit(frame(message))
    const pause = message ? ACK_PATIENCE : this.#outbox.pause(now)
    if (pause === 0) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { this.#outbox.lostTrack(); this.#pump() }, pause)
  }
}

const frame = ({ id, text, payload, attachments }) =>
  ({ type: 'message', id, text, payload, attachments: attachments?.map(file => file.id) })

/** Without https there is no `randomUUID`, but an object URL ends in a UUID too. */
function newId() {
  return crypto.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36)
}

export class Signals {
  typist = null
  readUpTo = 0
  #setup
  #told = ''
  #toldTyping = -Infinity
  #resting
  #forgetting
  #telling

  constructor(setup) {
    this.#setup = setup
  }

  typed() {
    const { transmit } = this.#setup
    if (Date.now() - this.#toldTyping >= TYPING.pause) {
      this.#toldTyping = Date.now()
      transmit({ type: 'typing', active: true })
    }
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => transmit({ type: 'typing', active: false }), TYPING.rest)
  }

  sent() {
    clearTimeout(this.#resting)
  }

  /** An end that never arrives is assumed after a while. */
  typing(typist) {
    this.typist = typist
    clearTimeout(this.#forgetting)
    if (typist) this.#forgetting = setTimeout(() => { this.typist = null; this.#setup.changed() }, TYPING.forgotten)
  }

  load(conversation, atLeast = 0) {
    const [kept, seq] = (this.#setup.device.get('read') ?? '').split(' ')
    this.readUpTo = Math.max(atLeast, kept === conversation ? Number(seq) || 0 : 0)
  }

  read(conversation, seq) {
    this.readUpTo = seq
    this.#setup.device.set('read', `${conversation} ${seq}`)
  }

  tell(delivered) {
    const seen = { type: 'seen', delivered, read: Math.min(this.readUpTo, delivered) }
    const text = JSON.stringify(seen)
    if (delivered === 0 || text === this.#told) return
    clearTimeout(this.#telling)
    this.#telling = setTimeout(() => {
      this.#told = text
      this.#setup.transmit(seen)
    }, GATHERED)
  }

  lostTrack() {
    clearTimeout(this.#telling)
    this.#told = ''
    this.typing(null)
  }
}
