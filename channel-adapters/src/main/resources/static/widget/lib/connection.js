const FIRST = 500
const LONGEST = 30_000
const SOCKET_AGAIN = 60_000
const STEADY = 10_000
const BEAT = 20_000
const PATIENCE = { welcome: 10_000, pong: 20_000, check: 5_000 }

/** Full jitter: a thousand widgets must not come back in the same instant. */
export function backoff(failures, random = Math.random) {
  return Math.round(random() * Math.min(LONGEST, FIRST * 2 ** failures))
}

export function announcedPause(seconds, random = Math.random) {
  return Math.round((seconds > 0 ? seconds * 1000 : FIRST) * (1 + random() / 5))
}

/** After three failed sockets polling, and when that fails too, the two by turns. */
export class TransportChoice {
  #failures = 0
  #pollingFailed = false

  next() {
    return this.#failures < 3 || this.#pollingFailed ? 'socket' : 'polling'
  }

  failed(kind) {
    if (kind === 'socket') this.#failures++
    this.#pollingFailed = kind === 'polling'
  }

  welcomed(kind) {
    if (kind === 'socket') this.#failures = 0
    this.#pollingFailed = false
  }

  networkReturned() {
    this.#failures = Math.min(this.#failures, 2)
  }
}

export function connection(server, { hello, position, onFrame, onState }) {
  const base = `${server.replace(/\/+$/, '')}/chat`
  const choice = new TransportChoice()
  let listening = new AbortController()
  let failures = 0
  let line = null
  let candidate = null
  let waiting
  let upgrade

  function connect(kind) {
    const made = { kind }
    const handlers = { hello, position, onFrame: frame => take(made, frame), onDown: () => lost(made) }
    return Object.assign(made, (kind === 'socket' ? socketLine : pollingLine)(base, handlers))
  }

  function take(from, frame) {
    if (frame.type === 'bye') {
      from.pause = announcedPause(frame.retryAfter)
      from.close()
      return lost(from)
    }
    const welcome = frame.type === 'welcome'
    if (welcome) {
      if (from === candidate) {
        line?.close()
        line = candidate
        candidate = null
      }
      from.since = Date.now()
      choice.welcomed(from.kind)
      clearTimeout(upgrade)
      if (from.kind === 'polling') trySocket()
    }
    onFrame(frame)
    if (welcome) onState('online')
  }

  function open() {
    onState('connecting')
    line = connect(choice.next())
  }

  /** The old line serves until the better one is welcomed. */
  function trySocket() {
    upgrade = setTimeout(() => { candidate = connect('socket') }, SOCKET_AGAIN)
  }

  function lost(gone) {
    if (gone === candidate) return trySocket()
    if (gone !== line) return
    drop()
    if (!gone.since) choice.failed(gone.kind)
    else if (Date.now() - gone.since > STEADY) failures = 0
    onState('offline')
    waiting = setTimeout(open, gone.pause ?? backoff(failures++))
  }

  function drop() {
    clearTimeout(waiting)
    clearTimeout(upgrade)
    line?.close()
    candidate?.close()
    line = candidate = null
  }

  function restart() {
    drop()
    open()
  }

  function now() {
    if (line?.since) return line.check()
    failures = 0
    restart()
  }

  return {
    start() {
      const { signal } = listening = new AbortController()
      addEventListener('online', () => { choice.networkReturned(); now() }, { signal })
      addEventListener('offline', () => line?.since && line.check(), { signal }) // it may have outlived the gap
      document.addEventListener('visibilitychange', () =>
        document.visibilityState === 'visible' && (line ? line.since && line.check() : now()), { signal })
      open()
    },
    stop() {
      listening.abort()
      drop()
    },
    restart,
    send: frame => line?.since && line.send(frame),
  }
}

function socketLine(base, { hello, onFrame, onDown }) {
  const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/socket`)
  let beat
  let deadline

  const send = frame => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(frame))
  const relax = () => { deadline = clearTimeout(deadline) }
  const expect = patience => { relax(); deadline = setTimeout(end, patience) }
  const ping = patience => { send({ type: 'ping' }); expect(patience) }
  const close = () => {
    relax()
    clearInterval(beat)
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close(1000)
  }
  const end = () => { close(); onDown() }

  socket.onopen = async () => send(await hello())
  socket.onclose = end
  socket.onmessage = ({ data }) => {
    const frame = JSON.parse(data)
    if (frame.type === 'ping') return send({ type: 'pong' })
    if (frame.type === 'pong') return relax()
    if (frame.type === 'welcome') {
      relax()
      beat = setInterval(() => deadline || ping(PATIENCE.pong), BEAT)
    }
    onFrame(frame)
  }
  expect(PATIENCE.welcome)
  return { send, close, check: () => ping(PATIENCE.check) }
}

/** Loaded where sockets are blocked. Browsers remember a failed import; so first see that the server is there. */
function pollingLine(base, handlers) {
  let line
  let closed
  const begin = ({ poll }) => { if (!closed) line = poll(base, handlers) }
  fetch(new URL('polling.js', import.meta.url), { method: 'HEAD' }).then(({ ok }) => ok ? import('./polling.js').then(begin) : Promise.reject())
    .catch(() => closed || handlers.onDown())
  return {
    send: frame => line?.send(frame),
    close() { closed = true; line?.close() },
    check() {},
  }
}
