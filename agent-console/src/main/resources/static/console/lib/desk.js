import { arrange, arrivals } from '../models/board.js'
import { furtherCursors } from '../models/context.js'
import { createAttaching } from './attaching.js'
import { createTalk } from './talk.js'
import { createWork } from './work.js'

const POLL = 5_000
const TYPING_LASTS = 6_000

export const INITIAL = {
  session: undefined, ended: false, connection: 'connecting', retryAt: null, board: null, open: null, trouble: null,
  contexts: {}, threads: {}, outgoing: {}, drafts: {}, chosen: {}, seen: {}, typing: {}, notices: [],
}

/** Everything one signed-in agent sees, kept up to date by the live line, or by asking while the line is down. */
export function createDesk({ api, store, openLine, socketUrl, onArrivals = () => {}, onMessage = () => {} }) {
  let line = null
  let polling = 0
  let notice = 0
  const typingTimers = {}
  const live = { send: frame => line?.send(frame) ?? false, fresh: () => line?.fresh() ?? false }

  function tell(key, ...values) {
    const id = ++notice
    store.set(state => ({ notices: [...state.notices.slice(-2), { id, key, values }] }))
    setTimeout(() => dismiss(id), 8_000)
  }
  const dismiss = id => store.set(state => ({ notices: state.notices.filter(other => other.id !== id) }))

  /** True when the problem was that nobody is signed in any more. */
  function isOver(problem) {
    if (problem.status !== 401) return false
    if (store.get().session) {
      stopLine()
      store.set({ session: null, ended: true })
    }
    return true
  }

  const talk = createTalk({ api, store, live, isOver, onMessage })
  const attaching = createAttaching({ api, store, isOver })
  const work = createWork({ api, store, live, talk, attaching, tell, isOver })

  function takeBoard(raw) {
    const board = arrange(raw)
    const before = store.get().board
    store.set({ board })
    const fresh = arrivals(before, board)
    if (fresh.waiting.length + fresh.mine.length > 0) onArrivals(fresh, board)
  }

  function onFrame(frame) {
    switch (frame.type) {
      case 'welcome':
        store.set({ session: frame.session ?? store.get().session })
        takeBoard(frame.board)
        return talk.resume()
      case 'board':
        return takeBoard(frame.board)
      case 'offer':
        return store.set(state => ({ board: state.board && { ...state.board, offer: frame.offer } }))
      case 'event':
        if (frame.event?.kind === 'message' && frame.event.author?.kind === 'contact') setTyping(frame.conversation, false)
        return talk.receive(frame)
      case 'typing':
        return (frame.author ?? 'contact') === 'contact' && setTyping(frame.conversation, frame.active)
      case 'cursors':
        return talk.patchContext(frame.conversation, context => ({ cursors: furtherCursors(context.cursors, frame) }))
    }
  }

  function setTyping(id, active) {
    clearTimeout(typingTimers[id])
    if (active) typingTimers[id] = setTimeout(() => setTyping(id, false), TYPING_LASTS)
    if (Boolean(store.get().typing[id]) !== Boolean(active)) store.set(state => ({ typing: { ...state.typing, [id]: Boolean(active) } }))
  }

  function onState({ online, attempts, retryAt }) {
    if (online) {
      clearInterval(polling)
      polling = 0
      store.set({ connection: 'online', retryAt: null })
      return
    }
    store.set(state => ({ connection: state.connection === 'polling' ? 'polling' : 'offline', retryAt }))
    if (attempts >= 3 && !polling) polling = setInterval(poll, POLL)
  }

  async function poll() {
    try {
      takeBoard(await api.board())
      if (!polling) return
      store.set({ connection: 'polling' })
      await talk.catchUp(store.get().open)
    } catch (problem) {
      if (!isOver(problem) && polling) store.set({ connection: 'offline' })
    }
  }

  /** A line that never said welcome may mean that nobody is signed in. */
  const onLost = () => api.session().catch(isOver)

  function startLine() {
    stopLine()
    line = openLine({ url: socketUrl, onFrame, onState, onLost })
  }

  function stopLine() {
    clearInterval(polling)
    polling = 0
    line?.stop()
    line = null
  }

  function enter(session) {
    const previous = store.get().lastName
    const keep = previous === session.name // drafts and unsent answers survive a session that ran out
    store.set(keep ? { session, ended: false } : { ...INITIAL, open: store.get().open, session, lastName: session.name })
    startLine()
    if (store.get().open) talk.open(store.get().open)
  }

  return {
    talk,
    work,
    tell,
    dismiss,
    isOver,
    wake: () => line?.wake(),
    async start() {
      try {
        enter(await api.session())
      } catch (problem) {
        store.set({ session: null, startProblem: problem.status === 401 ? null : problem.code })
      }
    },
    async signIn(name, password) {
      enter(await api.signIn(name, password))
    },
    async signOut() {
      try {
        await api.signOut()
      } catch (problem) {
        if (problem.status !== 401) return tell('failed')
      }
      stopLine()
      store.set({ ...INITIAL, session: null, lastName: null })
    },
    async setPresence(available) {
      const before = store.get().board
      store.set(state => ({ board: state.board && { ...state.board, me: { ...state.board.me, available } } }))
      try {
        await api.presence(available)
      } catch (problem) {
        if (isOver(problem)) return
        store.set(state => ({ board: state.board && { ...state.board, me: before?.me ?? state.board.me } }))
        tell('failed')
      }
    },
  }
}
