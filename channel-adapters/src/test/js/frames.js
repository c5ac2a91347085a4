/** Frames as the server sends them; `prev` follows from the order of the calls. */
export function conversations(id = 'c-1') {
  let last = 0
  const frame = (seq, event) => {
    const made = { type: 'event', conversation: id, seq, prev: last, event: { at: '2026-11-22T10:00:00Z', ...event } }
    last = seq
    return made
  }
  return {
    bot: (seq, text, choices = []) => frame(seq, { kind: 'message', author: { kind: 'bot' }, text, choices }),
    agent: (seq, text) => frame(seq, { kind: 'message', author: { kind: 'agent', name: 'Ana' }, text, choices: [] }),
    own: (seq, text, own) => frame(seq, { kind: 'message', author: { kind: 'contact' }, text, choices: [], id: own }),
    stage: (seq, stage, more = {}) => frame(seq, { kind: 'stage', stage, ...more }),
  }
}

/** The same numbers in every run, so that a failure can be looked at again. */
export function randoms(seed) {
  let state = seed
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
  return { random, below: limit => Math.floor(random() * limit) }
}

export function shuffled(list, { below }) {
  const copy = [...list]
  for (let index = copy.length - 1; index > 0; index--) {
    const other = below(index + 1)
    ;[copy[index], copy[other]] = [copy[other], copy[index]]
  }
  return copy
}
