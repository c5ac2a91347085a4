import { measure } from './clock.js'

/** An answer that is not the wished one: `code` as the server names it, `offline` when there was no answer. */
export class Problem extends Error {
  constructor(status, body = {}, retryAfter = null) {
    super(body.detail ?? body.title ?? `HTTP ${status}`)
    this.status = status
    this.code = body.code ?? (status === 0 ? 'offline' : 'unknown')
    this.body = body
    this.retryAfter = retryAfter
  }
}

const LIMIT = 20_000
const FILE_LIMIT = 300_000
const writes = method => method !== 'GET'

export function cookie(name, jar = document.cookie) {
  const found = jar.split('; ').find(part => part.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}

async function attempt(method, path, body) {
  const headers = { Accept: 'application/json' }
  const file = body instanceof Blob
  if (body !== undefined) headers['Content-Type'] = file ? 'application/octet-stream' : 'application/json'
  const token = writes(method) ? cookie('XSRF-TOKEN') : null
  if (token) headers['X-XSRF-TOKEN'] = token
  try {
    return await fetch(path, { method, headers, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(file ? FILE_LIMIT : LIMIT),
      body: body === undefined || file ? body : JSON.stringify(body) })
  } catch {
    throw new Problem(0)
  }
}

async function read(response) {
  const text = await response.text().catch(() => '')
  try {
    return text ? JSON.parse(text) : {}
  } catch {
    return {}
  }
}

// The token changes at sign-in; one silent round brings the new one.
const refreshToken = () => attempt('GET', '/api/session')

/** One call to the server; resolves with its JSON or throws a Problem. */
export async function call(method, path, body) {
  if (writes(method) && !cookie('XSRF-TOKEN')) await refreshToken()
  let response = await attempt(method, path, body)
  let answer = await read(response)
  if (response.status === 403 && writes(method) && (!answer.code || answer.code === 'csrf')) {
    await refreshToken()
    response = await attempt(method, path, body)
    answer = await read(response)
  }
  measure(response.headers.get('Date'))
  if (response.ok) return answer
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10)
  throw new Problem(response.status, answer, Number.isFinite(seconds) ? seconds : null)
}
