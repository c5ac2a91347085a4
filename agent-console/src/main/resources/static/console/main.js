import { App } from './components/app.js'
import { api } from './lib/api.js'
import { createDesk, INITIAL } from './lib/desk.js'
import { notify } from './lib/notify.js'
import { announce } from './lib/announce.js'
import { go, onRoute, openId } from './lib/route.js'
import { openLine } from './lib/socket.js'
import { createStore } from './lib/store.js'
import { anyWritten } from './models/drafts.js'
import { plainName } from './models/names.js'
import { anyUnsent } from './models/outgoing.js'
import { reasonInWords } from './models/reasons.js'
import { html, render } from './vendor/htm-preact-standalone.js'
import { LANGUAGES, preferredLanguage } from './words/index.js'

const store = createStore({ ...INITIAL, language: preferredLanguage(), open: openId() })
const words = () => LANGUAGES[store.get().language]

const desk = createDesk({
  api,
  store,
  openLine,
  socketUrl: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/console/socket`,
  onArrivals({ waiting, mine }, board) {
    if (waiting.length > 0) announce(words().nowWaiting(board.waiting.length))
    if (board.me.available) {
      for (const row of waiting) {
        notify(row.id, words().notifyWaiting, `${plainName(row.contact?.name)}: ${reasonInWords(row.reason, store.get().language)}`, go)
      }
    }
    for (const row of mine) notify(row.id, row.contact?.name, row.lastText, go)
  },
  onMessage(event, context) {
    if (event.author?.kind !== 'contact') return
    announce(words().newMessageFrom(plainName(context?.contact?.name), String(event.text || event.attachments?.map(({ name }) => name).join(', ') || '').slice(0, 160)))
  },
})

onRoute(() => {
  const id = openId()
  if (id !== store.get().open) desk.talk.open(id)
})
addEventListener('online', () => desk.wake())
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && desk.wake())
addEventListener('beforeunload', event => {
  const { outgoing, drafts } = store.get()
  if (anyUnsent(outgoing) || anyWritten(drafts)) event.preventDefault()
})

render(html`<${App} store=${store} desk=${desk} />`, document.getElementById('console'))
desk.start()
