import { promiseKept } from '../models/context.js'
import * as drafts from '../models/drafts.js'
import { agentName } from '../models/names.js'
import * as outgoing from '../models/outgoing.js'
import { EMPTY, newerThan } from '../models/thread.js'
import { chosenLine } from '../models/ways.js'
import { now } from './clock.js'
import { uuid } from './uuid.js'

/** What an agent does with a conversation. Expected refusals become kind words, never a lost message. */
export function createWork({ api, store, live, talk, attaching, tell, isOver }) {
  const me = () => store.get().session?.name
  const threadOf = id => store.get().threads[id] ?? EMPTY
  const setDraft = (id, draft) => store.set(state => ({ drafts: { ...state.drafts, [id]: draft } }))
  const setOutgoing = (id, change) => store.set(state => ({ outgoing: { ...state.outgoing, [id]: change(state.outgoing[id] ?? []) } }))
  const move = (id, change) => talk.patchContext(id, context => ({ conversation: { ...context.conversation, ...change } }))

  async function attempt(id, action) {
    try {
      return await action() ?? true
    } catch (problem) {
      if (!isOver(problem)) explain(problem)
      if (problem.status === 409) talk.refresh(id)
      return null
    }
  }

  function explain(problem) {
    switch (problem.code) {
      case 'already_with': {
        const { session, board } = store.get()
        const name = agentName(problem.body.agent, session, board)
        return name ? tell('alreadyWith', name) : tell('alreadyWithSomeone')
      }
      case 'not_waiting': return tell('notWaiting')
      case 'not_yours': return tell('notYours')
      case 'no_way': return tell('noWay')
      case 'nothing_lost': return tell('nothingLost')
      case 'already_joined': return tell('alreadyJoined')
      case 'different_customers': return tell('differentCustomers')
      case 'not_joined': return tell('notJoined')
      case 'agent_unknown': return tell('agentUnknown')
      case 'agent_absent': return tell('agentAbsent', agentName(problem.body.agent, store.get().session, store.get().board))
      case 'platform_refuses': return tell('takeRefused', problem.body.detail ?? '')
      case 'platform_silent': return tell('takeUnknown', problem.body.detail ?? '')
      case 'offline': return tell('noServer')
      default: return tell('failed')
    }
  }

  async function claim(id) {
    const taken = await attempt(id, () => api.claim(id))
    if (!taken) return false
    move(id, { stage: 'withAgent', agent: me(), epoch: taken.epoch, since: new Date(now()).toISOString() })
    const draft = store.get().drafts[id]
    if (draft?.mode === 'note' && !draft.note) setDraft(id, drafts.switchTo(draft, 'message'))
    return true
  }

  async function deliver(id, entry) {
    setOutgoing(id, list => outgoing.sending(list, entry.id))
    try {
      const { seq } = await (entry.kind === 'note' ? api.note : api.message)(id, { id: entry.id, text: entry.text, line: entry.line, attachments: entry.attachments?.map(file => file.id) })
      setOutgoing(id, list => outgoing.settle(outgoing.stored(list, entry.id, seq), threadOf(id).events, me()))
      if (!live.fresh()) talk.catchUp(id).catch(() => {})
    } catch (problem) {
      isOver(problem)
      if (problem.code === 'no_way') return takeBack(id, entry)
      setOutgoing(id, list => outgoing.failed(list, entry.id, { code: problem.code, detail: problem.body.detail ?? problem.body.title ?? '' }))
      if (problem.code === 'not_yours') talk.refresh(id)
    }
  }

  /** The way closed meanwhile: the text is in the composer again, and the other ways beside it. */
  function takeBack(id, entry) {
    setOutgoing(id, list => outgoing.discard(list, entry.id))
    setDraft(id, drafts.giveBack(store.get().drafts[id], entry.text))
    if (entry.attachments?.length) attaching.back(id, entry.attachments)
    tell('noWay')
    talk.refresh(id)
  }

  /** Sends the draft. Returns 'read first' when the page was behind and somebody wrote in the meantime. */
  async function send(id) {
    const draft = store.get().drafts[id] ?? drafts.BLANK
    const kind = draft.mode
    const text = draft[kind].trim()
    const files = kind === 'message' && attaching.any(id)
    if (!text && !files) return 'empty'
    if (kind === 'message' && attaching.busy(id)) return 'busy'
    if (kind === 'message' && !live.fresh()) {
      const known = threadOf(id).lastSeq
      await talk.catchUp(id).catch(isOver)
      if (newerThan(threadOf(id), known, me()).length > 0) return 'read first'
    }
    const at = new Date(now()).toISOString()
    const attachments = files ? attaching.take(id) : undefined
    const line = kind === 'message' ? chosenLine(draft, threadOf(id)) ?? undefined : undefined
    const entry = { id: uuid(), kind, text, attachments, line, at, after: threadOf(id).lastSeq }
    setOutgoing(id, list => outgoing.add(list, entry))
    const latest = store.get().drafts[id] ?? drafts.BLANK
    setDraft(id, { ...latest, [kind]: latest[kind].trim() === text ? '' : latest[kind], saw: null })
    talk.typing(id, false)
    deliver(id, entry)
    return 'sent'
  }

  return {
    claim,
    send,
    attaching,
    again: (id, entry) => deliver(id, entry),
    discard: (id, entry) => setOutgoing(id, list => outgoing.discard(list, entry.id)),
    write(id, text) {
      const draft = drafts.write(store.get().drafts[id], text, threadOf(id).lastSeq)
      setDraft(id, draft)
      if (draft.mode === 'message') talk.typing(id, text !== '')
    },
    mode(id, mode) {
      talk.typing(id, false)
      setDraft(id, drafts.switchTo(store.get().drafts[id], mode))
    },
    choose: (id, line) => setDraft(id, drafts.choose(store.get().drafts[id], line, threadOf(id).lastSeq)),
    /** The templates of a line; what is wrong is said where they are chosen. */
    templates: line => api.templates(line).catch(problem => {
      isOver(problem)
      return problem.code === 'offline' ? { state: 'offline' } : { state: 'unknown', why: problem.message }
    }),
    /** Says an approved template. Null when it is stored, else why not: the same message may be given again. */
    async sayTemplate(id, message, name) {
      try {
        await api.message(id, message)
        if (!live.fresh()) talk.catchUp(id).catch(() => {})
        tell('templateSent', name)
        return null
      } catch (problem) {
        isOver(problem)
        if (problem.status === 409) talk.refresh(id)
        return problem
      }
    },
    /** Takes the contact back from the platform's own inbox. */
    async takeBack(id, line) {
      if (!await attempt(id, () => api.takeBack(id, line))) return false
      await talk.refresh(id)
      return true
    },
    repeat: (id, seq, line) => attempt(id, () => api.repeat(id, seq, line)),
    acknowledge: id => setDraft(id, drafts.sawUpTo(store.get().drafts[id], threadOf(id).lastSeq)),
    async transfer(id, to, note) {
      if (!await attempt(id, () => api.transfer(id, to, note))) return false
      move(id, { agent: to })
      const { session, board } = store.get()
      tell('transferred', agentName(to, session, board))
      return true
    },
    async putBack(id, team, note) {
      if (!await attempt(id, () => api.putBack(id, team, note))) return false
      move(id, { stage: 'waiting', agent: null })
      if (team) tell('transferredToTeam', team)
      return true
    },
    search: (id, text) => attempt(id, () => api.search(id, text)),
    async join(id, other) {
      if (!await attempt(id, () => api.join(id, other))) return false
      tell('joined')
      return true
    },
    part: (id, join) => attempt(id, () => api.part(join)),
    pass: id => attempt(id, () => api.pass(id)),
    async judge(id, verdict) {
      if (!await attempt(id, () => api.judge(id, verdict))) return false
      tell('judged')
      return true
    },
    async giveBack(id, note) {
      if (!await attempt(id, () => api.giveBack(id, note))) return false
      move(id, { stage: 'withBot', agent: null })
      return true
    },
    async resolve(id, outcome) {
      if (!await attempt(id, () => api.resolve(id, outcome))) return false
      move(id, { stage: 'resolved', agent: null, outcome })
      return true
    },
    async keep(id) {
      if (!await attempt(id, () => api.keep(id))) return false
      talk.patchContext(id, context => ({ brief: promiseKept(context.brief) }))
      tell('kept')
      return true
    },
  }
}
