import { panel } from './components/panel.js'
import { styles } from './components/styles.js'
import { setText } from './components/dom.js'
import { connection } from './lib/connection.js'
import { Device } from './lib/device.js'
import { Files } from './lib/files.js'
import { Session } from './lib/session.js'
import { Tray } from './models/files.js'
import { deskView, safeHref } from './models/texts.js'

/** With the words of one language; the other one comes when somebody asks for it. */
export async function startChat({ shadow, launcher, setting, language, server, line, tell }) {
  const device = new Device(line)
  const tray = new Tray()
  const files = new Files(server, () => device.get('token'))
  const badge = launcher.lastChild
  let words
  let view
  let open = false
  let asked = false
  let audio
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
      words, privacyUrl, load: file => files.load(file), company: setting('company'), name: setting('name'), sound: device.get('sound') === 'on',
      on: {
        send: (text, payload, attachments) => session.send(text, payload, attachments),
        files: chosen => { tray.add(chosen, session.files).forEach(bring); changed() },
        again: key => { const item = tray.items.find(one => one.key === key); tray.again(item); bring(item); changed() },
        remove: key => { tray.remove(key); changed() },
        typed: () => session.signals.typed(),
        retry: id => session.retry(id),
        discard: id => session.discard(id),
        read,
        sound(on) { device.set('sound', on ? 'on' : 'off'); if (on) playTone() },
        ways: loadWays,
        forget: () => session.forget(),
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

  async function loadWays(title, onClosed) {
    const { waysView } = await import('./components/ways.js')
    const ways = waysView({ title, language: language(), server, token: () => device.get('token'), onClosed })
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

  function bring(item) {
    files.bring(item.file, progress => { tray.moved(item, progress); changed() })
      .then(attachment => tray.arrived(item, attachment), code => tray.refused(item, code)).then(changed)
  }

  function draw() {
    asked = false
    const { thread: { stage }, desk, wishesHuman, unread } = session
    view.show(session, deskView({ stage, desk, asked: wishesHuman, words, now: Date.now() }), tray)
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

  function playTone() {
    audio ??= new AudioContext()
    audio.resume()
    const start = audio.currentTime
    const volume = new GainNode(audio, { gain: 0.08 })
    const note = new OscillatorNode(audio, { frequency: 660 })
    note.frequency.setValueAtTime(880, start + 0.12)
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4)
    note.connect(volume).connect(audio.destination)
    note.start()
    note.stop(start + 0.4)
  }

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
