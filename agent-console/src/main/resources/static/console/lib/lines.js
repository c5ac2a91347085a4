import { call } from './http.js'

const of = (line, what = '') => `/api/lines/${encodeURIComponent(line)}${what}`

/** Every call about lines, by name. */
export const lines = {
  all: () => call('GET', '/api/lines'),
  one: line => call('GET', of(line)),
  keep: (line, channel, values) => call('PUT', of(line), { channel, values }),
  forget: line => call('DELETE', of(line)),
  templates: line => call('GET', `/api/templates/${encodeURIComponent(line)}`),
  check: line => call('POST', of(line, '/check')),
  handshake: line => call('POST', of(line, '/handshake')),
  message: (line, to, text) => call('POST', of(line, '/message'), { to, text }),
  resume: line => call('POST', of(line, '/resume')),
  unread: (line, key) => call('GET', of(line, `/quarantine?key=${encodeURIComponent(key)}`)),
  replay: (line, key) => call('POST', of(line, '/quarantine/replay'), { key }),
  discard: (line, key) => call('POST', of(line, '/quarantine/discard'), { key }),
}
