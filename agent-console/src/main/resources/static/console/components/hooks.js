import { useEffect, useRef, useState } from '../vendor/htm-preact-standalone.js'
import { now } from '../lib/clock.js'

/** The store's state, drawn anew on each change. */
export function useStore(store) {
  const [state, setState] = useState(store.get())
  useEffect(() => {
    setState(store.get())
    return store.subscribe(setState)
  }, [store])
  return state
}

const watchers = new Set()
setInterval(() => watchers.forEach(watcher => watcher(now())), 10_000)

/** The time, often enough for minutes; all parts of the page tick together. */
export function useNow() {
  const [time, setTime] = useState(now())
  useEffect(() => {
    watchers.add(setTime)
    return () => watchers.delete(setTime)
  }, [])
  return Math.max(time, now() - 10_000)
}

export function useMedia(query) {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const change = () => setMatches(list.matches)
    change()
    list.addEventListener('change', change)
    return () => list.removeEventListener('change', change)
  }, [query])
  return matches
}

/** The latest value for listeners that are registered once. */
export function useLatest(value) {
  const ref = useRef(value)
  ref.current = value
  return ref
}
