import { call } from './http.js'

const of = (id, what = '') => `/api/conversations/${encodeURIComponent(id)}${what}`

/** Every call the console makes, by name. */
export const api = {
  session: () => call('GET', '/api/session'),
  signIn: (name, password) => call('POST', '/api/session', { name, password }),
  signOut: () => call('DELETE', '/api/session'),
  presence: available => call('PUT', '/api/presence', { available }),
  board: () => call('GET', '/api/board'),
  conversation: id => call('GET', of(id)),
  events: (id, after) => call('GET', of(id, `/events?after=${after}`)),
  claim: id => call('POST', of(id, '/claim')),
  message: (id, message) => call('POST', of(id, '/messages'), message),
  templates: line => call('GET', `/api/templates/${encodeURIComponent(line)}`),
  takeBack: (id, line) => call('POST', of(id, `/ways/${encodeURIComponent(line)}/take`)),
  repeat: (id, seq, line) => call('POST', of(id, `/messages/${seq}/repeat`), { line }),
  file: file => call('POST', `/api/files?name=${encodeURIComponent(file.name)}`, file),
  note: (id, note) => call('POST', of(id, '/notes'), note),
  transfer: (id, to, note) => call('POST', of(id, '/transfer'), { to, note }),
  giveBack: (id, note) => call('POST', of(id, '/return'), { note }),
  resolve: (id, outcome) => call('POST', of(id, '/resolve'), { outcome }),
  putBack: (id, to, note) => call('POST', of(id, '/requeue'), { to, note }),
  pass: id => call('POST', of(id, '/pass')),
  judge: (id, outcome) => call('POST', of(id, '/judge'), { outcome }),
  keep: id => call('POST', of(id, '/keep')),
  join: (id, other) => call('POST', of(id, '/join'), { with: other }),
  search: (id, text) => call('POST', of(id, '/search'), { text }),
  part: join => call('POST', `/api/joins/${encodeURIComponent(join)}/part`),
}
