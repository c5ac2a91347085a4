import { pause, pauseAfterBye } from '../models/backoff.js'

const BEAT = 20_000
const QUICK = 5_000

/**
 * The live line. It beats both ways, notices when the machine slept, and comes back with full jitter.
 * `onState` hears {online, attempts, retryAt}; `onLost` is asked after a line that never said welcome.
 */
export function openLine({ url, onFrame, onState, onLost, random = Math.random, makeSocket = address => new WebSocket(address) }) {
  let socket = null
  let welcomed = false
  let stopped = false
  let attempts = 0
  let bye = null
  let heard = 0
  let tick = Date.now()
  const timers = { retry: 0, beat: 0, pong: 0 }

  const report = retryAt => onState({ online: welcomed, attempts, retryAt })

  function start() {
    clearTimeout(timers.retry)
    if (stopped) return
    welcomed = false
    const mine = makeSocket(url)
    socket = mine
    expect(BEAT)
    mine.onmessage = message => mine === socket && receive(message.data)
    mine.onclose = () => mine === socket && lost()
    mine.onerror = () => {}
  }

  function receive(data) {
    let frame
    try {
      frame = JSON.parse(data)
    } catch {
      return
    }
    heard = Date.now()
    if (frame.type === 'ping') return send({ type: 'pong' })
    if (frame.type === 'pong') return settle()
    if (frame.type === 'bye') {
      bye = frame
      return drop()
    }
    if (frame.type === 'welcome') {
      welcomed = true
      attempts = 0
      settle()
      clearInterval(timers.beat)
      timers.beat = setInterval(() => beat(BEAT), BEAT)
      report(null)
    }
    onFrame(frame)
  }

  function beat(limit) {
    const asked = timers.pong !== 0
    if (asked && limit === BEAT) return // a second question must not buy the first one more time
    if (send({ type: 'ping' })) expect(limit)
  }

  function expect(limit) {
    clearTimeout(timers.pong)
    timers.pong = setTimeout(drop, limit)
  }

  function settle() {
    clearTimeout(timers.pong)
    timers.pong = 0
  }

  function drop() {
    const old = socket
    if (!old) return
    lost() // at once: a dead line may take minutes to say that it closed
    old.close()
  }

  function lost() {
    const was = welcomed
    socket = null
    welcomed = false
    settle()
    clearInterval(timers.beat)
    if (stopped) return
    const wait = bye ? pauseAfterBye(bye.retryAfter, random) : pause(attempts, random)
    bye = null
    attempts += 1
    report(Date.now() + wait)
    timers.retry = setTimeout(start, wait)
    if (!was) onLost()
  }

  function send(frame) {
    if (socket?.readyState !== 1) return false
    socket.send(JSON.stringify(frame))
    return true
  }

  function wake() {
    if (stopped) return
    if (socket) welcomed && beat(QUICK)
    else start()
  }

  // A gap in this beat means that the machine slept: the line is not to be trusted until it answers.
  const watch = setInterval(() => {
    const slept = Date.now() - tick > 15_000
    tick = Date.now()
    if (slept) wake()
  }, 5_000)

  start()
  return {
    send: frame => welcomed && send(frame),
    wake,
    fresh: () => welcomed && Date.now() - heard < 2 * BEAT + QUICK,
    stop() {
      stopped = true
      clearInterval(watch)
      Object.values(timers).forEach(timer => clearTimeout(timer))
      socket?.close()
      socket = null
    },
  }
}
