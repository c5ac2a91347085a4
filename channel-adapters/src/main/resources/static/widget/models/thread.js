const BEGINNING = { name: 'withBot' }
const WAITS = new Set(['waiting', 'promised'])

/** In order and without doubles, however the frames arrive. A new conversation follows the old one on screen. */
export class Thread {
  conversation = null
  items = []
  #logs = new Map()
  #written = 0

  get lastSeq() {
    return this.#logs.get(this.conversation)?.last ?? 0
  }

  get stage() {
    return this.#logs.get(this.conversation)?.stage ?? BEGINNING
  }

  /** What can be pressed now: what the newest message offers; while waiting, what anybody offered since the contact last wrote. */
  get choices() {
    if (!WAITS.has(this.stage.name)) return this.items.at(-1)?.choices ?? []
    const offered = this.items.slice(this.items.findLastIndex(({ author }) => author.kind === 'contact') + 1).flatMap(({ choices }) => choices)
    return offered.filter(({ payload }, index) => offered.findIndex(other => other.payload === payload) === index)
  }

  adopt(conversation) {
    this.conversation = conversation
    if (conversation) this.#log(conversation)
  }

  write({ id, text, attachments = [], at, refused }) {
    if (this.#find(id)) return
    this.#place({ id, text, attachments, at, refused, author: { kind: 'contact' }, choices: [], rank: Infinity, order: this.#written++ })
  }

  refuse(id, code) {
    const entry = this.#find(id)
    if (entry && !entry.seq) entry.refused = code
  }

  remove(id) {
    this.items = this.items.filter(entry => entry.id !== id || entry.seq)
  }

  acknowledge({ id, conversation, seq }) {
    this.adopt(conversation)
    const entry = this.#find(id)
    if (entry && !entry.seq) this.#store(entry, conversation, seq)
  }

  apply(frame) {
    const log = this.#log(frame.conversation)
    if (log.rank === this.#logs.size - 1) this.adopt(frame.conversation)
    if (frame.seq > log.last) log.held.set(frame.seq, frame)
    return this.#drain(log)
  }

  gap() {
    for (const [conversation, { last, held }] of this.#logs) if (held.size > 0) return { conversation, lastSeq: last }
    return null
  }

  /** The server cannot fill the gap: show what there is. */
  closeGaps() {
    return [...this.#logs.values()].flatMap(log => {
      const entries = []
      while (log.held.size > 0) {
        log.last = Math.max(log.last, log.held.get(Math.min(...log.held.keys())).prev)
        entries.push(...this.#drain(log))
      }
      return entries
    })
  }

  moveCursors({ delivered = 0, read = 0 }) {
    const log = this.#logs.get(this.conversation)
    if (!log) return
    log.read = Math.max(log.read, read)
    log.delivered = Math.max(log.delivered, delivered, log.read)
  }

  markOf({ refused, seq, conversation }) {
    if (refused) return 'refused'
    if (!seq) return 'queued'
    const { delivered, read } = this.#log(conversation)
    if (seq <= read) return 'read'
    return seq <= delivered ? 'received' : 'sent'
  }

  unread(read) {
    return this.items.filter(({ author, conversation, seq }) =>
      (author.kind === 'bot' || author.kind === 'agent') && conversation === this.conversation && seq > read).length
  }

  #find(id) {
    return this.items.find(entry => entry.id === id)
  }

  #log(conversation) {
    const log = this.#logs.get(conversation)
      ?? { rank: this.#logs.size, last: 0, held: new Map(), stage: BEGINNING, delivered: 0, read: 0 }
    this.#logs.set(conversation, log)
    return log
  }

  #drain(log) {
    const entries = []
    for (const seq of [...log.held.keys()].sort((a, b) => a - b)) {
      const frame = log.held.get(seq)
      if (seq > log.last) {
        if (frame.prev > log.last) break
        log.last = seq
        const { kind, stage, agent, due } = frame.event
        if (kind === 'stage') log.stage = { name: stage, agent, due }
        if (kind === 'message') entries.push(this.#take(frame))
        if (kind === 'edited' || kind === 'messageWithdrawn') this.#revise(frame)
      }
      log.held.delete(seq)
    }
    return entries
  }

  /** Written elsewhere, changed or taken back there. */
  #revise({ conversation, seq, event: { kind, message, text } }) {
    const entry = this.items.find(item => item.conversation === conversation && item.seq === message)
    if (entry) Object.assign(entry, { revision: seq, text }, kind === 'messageWithdrawn' && { withdrawn: true, attachments: [] })
  }

  #take({ conversation, seq, event: { author, text, attachments = [], at, choices = [], id, withdrawn } }) {
    const own = author.kind === 'contact' && id
    const entry = (own && this.#find(own)) || { id: own || `${conversation}/${seq}` }
    return this.#store(Object.assign(entry, { author, text, attachments, at, choices, withdrawn }), conversation, seq)
  }

  #store(entry, conversation, seq) {
    const { rank } = this.#log(conversation)
    return this.#place(Object.assign(entry, { conversation, seq, rank, order: seq, refused: undefined }))
  }

  #place(entry) {
    if (!this.items.includes(entry)) this.items.push(entry)
    this.items.sort((a, b) => a.rank - b.rank || a.order - b.order)
    return entry
  }
}
