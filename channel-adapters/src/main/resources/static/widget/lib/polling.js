const ANSWER = 30_000
const PAUSE = 1_000

/** Questions over HTTP, answered when there is news: for networks that let no socket through. */
export function poll(base, { hello, position, onFrame, onDown }) {
  const ended = new AbortController()
  const { signal } = ended
  let token
  let sending = Promise.resolve()

  const received = frame => {
    if (frame.type === 'welcome') token = frame.token
    if (!signal.aborted) onFrame(frame)
  }

  async function call(path, frame) {
    const response = await fetch(`${base}/${path}`, {
      method: frame ? 'POST' : 'GET',
      headers: {
        ...(frame && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: frame && JSON.stringify(frame),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any?.([signal, AbortSignal.timeout(ANSWER)]) ?? signal,
    })
    const answer = await response.json()
    if (response.ok) answer.frames.forEach(received)
    else if (answer.code) received({ ...answer, type: 'error', id: frame?.id, retryAfter: Number(response.headers.get('Retry-After')) || undefined })
    else throw answer
    return { refused: !response.ok, dead: answer.code === 'bad_token', heard: answer.frames?.length }
  }

  const end = () => {
    if (signal.aborted) return
    ended.abort()
    onDown()
  }

  async function run() {
    const frame = await hello()
    if ((await call('hello', frame)).refused) return
    while (!signal.aborted) {
      const { conversation, lastSeq } = position()
      const began = Date.now()
      const answer = conversation ? await call(`frames?conversation=${conversation}&lastSeq=${lastSeq}`) : {}
      if (answer.refused) return
      if (!answer.heard && Date.now() - began < PAUSE) await new Promise(resume => setTimeout(resume, PAUSE))
    }
  }

  run().catch(() => {}).then(end)
  return {
    /** Two requests at once could overtake each other. */
    send(frame) {
      sending = sending.then(() => signal.aborted || call('frames', frame).then(({ dead }) => dead && end(), end))
    },
    close: () => ended.abort(),
  }
}
