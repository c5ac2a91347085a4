import { after, changesContext, furtherCursors } from '../models/context.js'
import { settle } from '../models/outgoing.js'
import { EMPTY, insert, merge, olderFrom } from '../models/thread.js'

const PAGE = 200
const KEPT = 20

/** The conversation on the screen: watched by sequence number, caught up after every gap, never reloaded. */
export function createTalk({ api, store, live, isOver, onMessage }) {
  let asked = { id: null, from: -1, at: 0 }
  let refreshing = 0
  let lastTyping = 0

  const threadOf = id => store.get().threads[id] ?? EMPTY

  function patchContext(id, change) {
    const context = store.get().contexts[id]
    if (context) store.set(state => ({ contexts: { ...state.contexts, [id]: { ...context, ...change(context) } } }))
  }

  function setThread(id, thread) {
    store.set(state => ({
      threads: { ...state.threads, [id]: thread },
      outgoing: { ...state.outgoing, [id]: settle(state.outgoing[id], thread.events, state.session?.name) },
    }))
  }

  function watch(id) {
    const lastSeq = id ? threadOf(id).lastSeq : 0
    // Each gap is asked for once; a lost answer may be asked for again.
    if (asked.id === id && asked.from === lastSeq && Date.now() - asked.at < 3_000) return
    if (live.send({ type: 'watch', conversation: id, lastSeq })) asked = { id, from: lastSeq, at: Date.now() }
  }

  async function open(id) {
    store.set({ open: id, trouble: null })
    if (!id) return watch(null)
    forgetOld(id)
    if (store.get().threads[id]) watch(id)
    await refresh(id)
    if (store.get().open === id && store.get().threads[id]) watch(id)
  }

  async function refresh(id) {
    clearTimeout(refreshing)
    try {
      const { events = [], ...context } = await api.conversation(id)
      // The answer may be older than what the live line has said since.
      const since = threadOf(id).events.filter(event => event.seq > context.conversation.lastSeq)
      const latest = since.reduce(after, { ...context, cursors: furtherCursors(store.get().contexts[id]?.cursors, context.cursors ?? {}) })
      store.set(state => ({ contexts: { ...state.contexts, [id]: latest }, trouble: null }))
      setThread(id, merge(store.get().threads[id], events))
    } catch (problem) {
      if (isOver(problem) || store.get().contexts[id]) return
      if (store.get().open === id) store.set({ trouble: problem.status === 404 || problem.status === 403 ? 'notFound' : 'couldNotLoad' })
    }
  }

  function forgetOld(id) {
    const { threads, contexts } = store.get()
    const old = Object.keys(threads).filter(other => other !== id).slice(0, Math.max(0, Object.keys(threads).length - KEPT))
    if (old.length === 0) return
    const without = record => Object.fromEntries(Object.entries(record).filter(([key]) => !old.includes(key)))
    store.set({ threads: without(threads), contexts: without(contexts) })
  }

  function take(id, events) {
    for (const event of events) {
      patchContext(id, context => after(context, event))
      if (event.kind === 'message' && id === store.get().open) onMessage(event, store.get().contexts[id])
    }
    if (!events.some(changesContext)) return
    clearTimeout(refreshing)
    refreshing = setTimeout(() => store.get().open === id && refresh(id), 400)
  }

  function receive(frame) {
    const id = frame.conversation
    const before = store.get().threads[id]
    if (!before || !frame.event) return
    const { thread, gap } = insert(before, frame)
    if (gap) return watch(id)
    if (thread === before) return
    setThread(id, thread)
    take(id, thread.events.slice(-1))
  }

  /** Asks over HTTP for what followed; used before answering when the live line is in doubt. */
  async function catchUp(id) {
    if (!id || !store.get().threads[id]) return
    for (let round = 0; round < 50; round++) {
      const before = threadOf(id)
      const page = await api.events(id, before.lastSeq)
      const thread = merge(before, page)
      if (thread === before) return
      setThread(id, thread)
      take(id, thread.events.filter(event => event.seq > before.lastSeq))
    }
  }

  async function older(id) {
    const first = () => threadOf(id).events[0]?.seq ?? 1
    const goal = first()
    let from = olderFrom(threadOf(id), PAGE)
    let page = []
    // A server may send pages shorter than we hope: go on until the page touches what we have.
    while (from !== null && from < goal - 1) {
      const part = (await api.events(id, from)).filter(event => event.seq < goal)
      if (part.length === 0) break
      page = [...page, ...part]
      from = Math.max(...part.map(event => event.seq))
    }
    if (page.length > 0) setThread(id, merge(threadOf(id), page))
  }

  return {
    open,
    refresh,
    receive,
    catchUp,
    older,
    patchContext,
    resume() {
      asked = { id: null, from: -1, at: 0 }
      const id = store.get().open
      if (!id) return
      if (store.get().threads[id]) watch(id)
      refresh(id)
    },
    /** Tells the server how far this agent has read; only for conversations that are the agent's own. */
    seen(id, read) {
      if ((store.get().seen[id] ?? 0) >= read) return
      if (live.send({ type: 'seen', conversation: id, read })) store.set(state => ({ seen: { ...state.seen, [id]: read } }))
    },
    typing(id, active) {
      const now = Date.now()
      if (active ? now - lastTyping < 3_000 : lastTyping === 0) return
      lastTyping = active ? now : 0
      live.send({ type: 'typing', conversation: id, active })
    },
  }
}
