import { Thread } from '../models/thread.js'
import { Sender, Signals } from './outgoing.js'

const HISTORY_ARRIVES = 500
const RESUME_PATIENCE = 3_000

/** One visitor's talk with one line; docs/protocol.md tells the frames. */
export class Session {
  thread = new Thread()
  desk = null
  state = 'idle'
  limit = 4000
  files = { most: 0, longest: 0, types: [] }
  ways = false
  settled = false
  #setup
  #device
  #sender
  signals
  #connection = null
  #asked = false
  #resuming
  #settling

  constructor(setup) {
    const { device, changed } = setup
    const transmit = frame => this.#connection?.send(frame)
    this.#setup = setup
    this.#device = device
    this.#sender = new Sender(device, transmit)
    this.signals = new Signals({ device, transmit, changed })
    device.watch((...change) => this.#otherTab(...change))
  }

  get unread() {
    return this.thread.unread(this.signals.readUpTo)
  }

  /** From the press until the stage answers it. */
  get wishesHuman() {
    return this.#asked || this.#sender.holds('/human')
  }

  start() {
    if (this.#connection) return
    this.signals.load(this.#device.get('conversation'))
    this.#connection = this.#setup.connect({
      hello: () => this.#hello(),
      position: () => ({ conversation: this.thread.conversation, lastSeq: this.thread.lastSeq }),
      onFrame: frame => this.#take(frame),
      onState: state => this.#turn(state),
    })
    this.#takeUpUnsent()
    this.#connection.start()
  }

  stop() {
    clearTimeout(this.#settling)
    this.signals.sent()
    this.#connection?.stop()
    this.#connection = null
    this.#turn('idle')
  }

  send(text, payload, attachments) {
    this.signals.sent()
    if (payload === '/human') this.#asked = true
    this.thread.write(this.#sender.write(text, payload, attachments))
    this.#setup.changed()
  }

  retry(id) {
    this.#refuse(id, undefined)
    this.#setup.changed()
  }

  discard(id) {
    this.#sender.remove(id)
    this.thread.remove(id)
    this.#setup.changed()
  }

  read() {
    const { conversation, lastSeq } = this.thread
    if (!conversation || lastSeq <= this.signals.readUpTo) return
    this.signals.read(conversation, lastSeq)
    this.#tellSeen()
    this.#setup.changed()
  }

  speak(language) {
    this.#setup.language = language
    this.#connection?.restart()
  }

  forget() {
    this.#device.set('forgotten', 'now')
    this.#device.clear()
    this.#begin()
  }

  #begin() {
    this.stop()
    this.#sender.clear()
    this.#asked = false
    Object.assign(this, { thread: new Thread(), desk: null, settled: false })
    this.#setup.ended()
  }

  async #hello() {
    const token = await this.#device.token()
    const conversation = this.thread.conversation ?? this.#device.get('conversation')
    const { line, language, customer } = this.#setup
    return { type: 'hello', line, token, language, conversation, lastSeq: this.thread.lastSeq, ...customer?.() }
  }

  #take(frame) {
    switch (frame.type) {
      case 'welcome': this.#welcome(frame); break
      case 'event': this.#event(frame); break
      case 'ack': this.#acknowledged(frame); break
      case 'cursors': this.thread.moveCursors(frame); break
      case 'desk': this.desk = frame.desk; break
      case 'typing': this.signals.typing(frame.active ? frame : null); break
      case 'error': this.#refused(frame)
    }
    this.#setup.changed()
  }

  #welcome({ token, another, conversation, lastSeq, desk, cursors, limits }) {
    if (another) this.#vacate()
    this.#device.welcomed(token, conversation)
    if (conversation && conversation === this.thread.conversation && lastSeq < this.thread.lastSeq) this.#startOver(conversation)
    this.#adopt(conversation)
    this.#takeUpUnsent()
    this.thread.moveCursors(cursors ?? {})
    this.limit = limits?.text ?? this.limit
    this.files = limits?.files ?? this.files
    this.ways = limits?.ways ?? false
    this.desk = desk
    if (!this.settled) this.#settling = setTimeout(() => { this.settled = true; this.#setup.changed() }, HISTORY_ARRIVES)
  }

  /** Somebody else is signed in to the shop now: nothing of the one before stays here. */
  #vacate() {
    this.#device.clear()
    this.#sender.clear()
    this.thread = new Thread()
    this.signals.load(null)
  }

  /** After a restore the server may know less than the screen: its truth counts. */
  #startOver(conversation) {
    this.thread = new Thread()
    this.signals.load(null)
    this.#connection.send({ type: 'resume', conversation, lastSeq: 0 })
  }

  #event(frame) {
    const { kind, id } = frame.event
    const entries = this.thread.apply(frame)
    if (kind === 'message' && id) this.#sender.remove(id)
    if (kind === 'stage') this.#asked = false
    this.#show(entries)
    this.#closeGap()
  }

  #show(entries) {
    const heard = entries.filter(({ author }) => author.kind !== 'contact')
    this.#adopt(this.thread.conversation)
    this.#tellSeen()
    if (heard.length === 0) return
    this.signals.typing(null)
    if (this.settled) this.#setup.heard(heard)
  }

  /** When the gap stays, showing the rest is better than nothing. */
  #closeGap() {
    const gap = this.thread.gap()
    if (!gap) this.#resuming = clearTimeout(this.#resuming)
    if (!gap || this.#resuming) return
    this.#connection.send({ type: 'resume', ...gap })
    this.#resuming = setTimeout(() => {
      this.#resuming = undefined
      this.#show(this.thread.closeGaps())
      this.#setup.changed()
    }, RESUME_PATIENCE)
  }

  #acknowledged(ack) {
    this.thread.acknowledge(ack)
    this.#adopt(ack.conversation)
    this.#sender.remove(ack.id)
  }

  #refused(error) {
    const { id, code } = error
    if (code === 'bad_token' && this.#device.lostToken()) this.thread.adopt(null)
    if (id && !this.#sender.postponed(error)) this.#refuse(id, code)
  }

  #refuse(id, code) {
    if (code) this.#asked = false
    this.#sender.refuse(id, code)
    this.thread.refuse(id, code)
  }

  #turn(state) {
    this.state = state
    this.signals.lostTrack()
    this.#sender.turn(state === 'online')
    this.#tellSeen()
    if (state !== 'online') {
      this.#device.leaveTurn()
      this.#resuming = clearTimeout(this.#resuming)
    }
    this.#setup.changed()
  }

  #tellSeen() {
    if (this.state === 'online') this.signals.tell(this.thread.lastSeq)
  }

  #adopt(conversation) {
    this.thread.adopt(conversation)
    if (!conversation || conversation === this.#device.get('conversation')) return
    this.#device.set('conversation', conversation)
    this.signals.load(conversation)
  }

  #takeUpUnsent() {
    this.#sender.load().forEach(message => this.thread.write(message))
  }

  /** The tab that wrote it sends it; this one at its next welcome, should that tab be gone. */
  #otherTab(key, value, before) {
    if (key === 'forgotten' && value) return this.#begin()
    if (!this.#connection) return
    if (key === 'read') this.signals.load(this.thread.conversation, this.signals.readUpTo)
    if (key.startsWith('out:')) this.#otherTabWrote(key.slice(4), JSON.parse(value), JSON.parse(before))
    this.#setup.changed()
  }

  #otherTabWrote(id, message, before) {
    if (message) return this.thread.write(message)
    this.#sender.remove(id)
    if (before?.refused) this.thread.remove(id)
  }
}
