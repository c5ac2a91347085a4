/** One state, replaced as a whole; listeners hear of each change. */
export function createStore(initial) {
  let state = initial
  const listeners = new Set()
  const tell = () => listeners.forEach(listener => listener(state))
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...(typeof patch === 'function' ? patch(state) : patch) }
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
