import { panel } from './components/panel.js'
import { styles } from './components/styles.js'
import { setText } from './components/dom.js'
import { connection } from './lib/connection.js'
import { Device } from './lib/device.js'
import { Session } from './lib/session.js'
import { deskView, safeHref } from './models/texts.js'

/** With the words of one language; the other one comes when somebody asks for it. */
export async function startChat({ shadow, launcher, setting, language, server, line, tell, load }) {
  const device = new Device(line)
  const token = () => device.get('token')
  const badge = launcher.lastChild
  let words
  let view
  let open = false
  let asked = false
  let filing
  let signedIn = setting('customer')

  const session = new Session({
    line, device, language: language(), customer, heard, ended,
    connect: handlers => connection(server, handlers),
    changed,
  })
  shadow.adoptedStyleSheets.push(styles())
  document.addEventListener('visibilitychange', draw)
  await learn()
  build()

  async function learn() {
    words = (await import(`./words/${language()}.js`)).default
  }

  function build() {
    const draft = view?.field.draft() ?? ''
    const privacyUrl = setting('privacy-url') && safeHref(new URL(setting('privacy-url'), document.baseURI).href)
    const next = panel({
      words, privacyUrl, drawn: file => withFiles().then(({ fileView }) => fileView(file, words)), company: setting('company'), name: setting('name'),
      on: {
        send: (text, payload, attachments) => session.send(text, payload, attachments),
        files: chosen => withFiles().then(({ add }) => add(chosen)),
        typed: () => session.signals.typed(),
        retry: id => session.retry(id),
        discard: id => session.discard(id),
        read,
        settings: list => loadSettings(list, privacyUrl),
        ways: loadWays,
        close: () => show(false),
      },
    })
    view?.root.remove()
    view = next
    shadow.append(view.root)
    view.field.write(draft)
    draw()
    view.open(open)
  }

  async function loadSettings(list, privacyUrl) {
    const { settings } = await load('./components/settings.js')
    return settings(list, { words, privacyUrl, sound: device.get('sound') === 'on', onForget: () => session.forget(),
      onSound(on) { device.set('sound', on ? 'on' : 'off'); if (on) playTone() } })
  }

  async function loadWays(title, onClosed) {
    const { waysView } = await import('./components/ways.js')
    const ways = waysView({ title, language: language(), server, token, onClosed })
    shadow.adoptedStyleSheets.push(ways.sheet)
    return ways
  }

  /** Who is signed in to the shop, if the page says so. */
  function customer() {
    return setting('customer') ? { customer: setting('customer'), proof: setting('proof') ?? '' } : {}
  }

  function changed() {
    if (!asked) queueMicrotask(draw)
    asked = true
  }

  async function withFiles() {
    const { filing: begin } = await load('./files.js')
    if (!filing) shadow.adoptedStyleSheets.push((filing = begin({ server, token, changed, limits: () => session.files })).sheet)
    return filing
  }

  function draw() {
    asked = false
    const { thread: { stage }, desk, wishesHuman, unread } = session
    view.show(session, deskView({ stage, desk, asked: wishesHuman, words, now: Date.now() }), filing)
    launcher.hidden = open
    launcher.setAttribute('aria-label', unread > 0 ? `${words.open}, ${words.unread(unread)}` : words.open)
    badge.hidden = unread === 0
    setText(badge, unread > 9 ? '9+' : `${unread}`)
    read()
  }

  function show(opening) {
    if (opening === open) return
    open = opening
    view.open(open)
    draw()
    if (!open) launcher.focus()
  }

  function read() {
    if (open && view?.atEnd() && document.visibilityState === 'visible') session.read()
  }

  function heard(entries) {
    for (const { author, text, at } of entries) tell('message', { author: { ...author }, text, at })
    if ((!open || !document.hasFocus()) && device.get('sound') === 'on') playTone()
  }

  function ended() {
    show(false)
    build()
  }

  const playTone = () => import('./lib/tone.js').then(({ tone }) => tone())

  return {
    start: () => session.start(),
    stop: () => session.stop(),
    close: () => show(false),
    open({ draft } = {}) {
      const before = open
      if (draft) view.field.write(draft)
      session.start()
      show(true)
      view.field.focus()
      if (!before) tell('open')
    },
    async changed() {
      const before = words
      await learn()
      build()
      if (words !== before || setting('customer') !== signedIn) session.speak(language())
      signedIn = setting('customer')
    },
  }
}
