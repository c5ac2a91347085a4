import { el, icon, link, setText } from './dom.js'
import { threadView } from './thread-view.js'

const BANNER_PATIENCE = 2_000
const NEAR_THE_LIMIT = 200
const MESSENGER = '/desk/messenger'

const sign = (kind, picture, label, more) => el(`button.${kind}`, { 'aria-label': label, title: label, ...more }, icon(picture))

export function panel({ words, on, ...settings }) {
  const fullScreen = matchMedia('(max-width: 480px)')
  const top = header({ words, ...settings, onSettings: on.settings, onClose: on.close, onWays: showWays })
  const human = humanBar({ words, onHuman: () => on.send(words.human, '/human'), onStay: () => on.send(words.stay, '/bot') })
  const banner = el('p.banner', { role: 'status' })
  const thread = threadView({ words, ...settings, onRetry: on.retry, onDiscard: on.discard, onEnd: on.read,
    onChoose({ title, payload }) { if (payload === MESSENGER) return showWays(); on.send(title, payload); field.focus() } })
  const field = composer({ words, on })
  const root = el('section.panel', { role: 'dialog', 'aria-label': 'Chat', 'aria-describedby': 'title', onkeydown: key },
    top.root, human.root, banner, thread.root, field.root, el('p.drop', { 'aria-hidden': true }, icon('attach'), words.dropHere))
  let bannerTimer
  let ways
  takeDropped(root, on.files)
  root.hidden = true
  visualViewport?.addEventListener('resize', fit)

  function key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      if (!ways?.hide() && !top.closeMenu()) on.close()
    }
    if (event.key === 'Tab' && fullScreen.matches) keepFocus(event)
  }

  function keepFocus(event) {
    const stops = [...root.querySelectorAll('button, a, input, textarea, [tabindex]')].filter(node => node.checkVisibility())
    if (root.getRootNode().activeElement !== stops.at(event.shiftKey ? 0 : -1)) return
    event.preventDefault()
    stops.at(event.shiftKey ? -1 : 0).focus()
  }

  async function showWays() {
    if (!ways) {
      ways = await on.ways(words.ways, top.focusWays)
      top.root.after(ways.root)
    }
    ways.show()
  }

  /** A phone's keyboard covers part of the page. */
  function fit() {
    const covered = fullScreen.matches && visualViewport && innerHeight - visualViewport.height > 80
    root.style.height = covered ? `${visualViewport.height}px` : ''
    root.style.top = covered ? `${visualViewport.offsetTop}px` : ''
  }

  /** A short break is not worth a word; one that lasts is. */
  function showState(state) {
    if (state === 'online' || state === 'idle') {
      bannerTimer = clearTimeout(bannerTimer)
      setText(banner, '')
    } else bannerTimer ??= setTimeout(() => setText(banner, words.offline), navigator.onLine ? BANNER_PATIENCE : 0)
  }

  return {
    root,
    field,
    atEnd: thread.atEnd,
    show(session, desk, filing) {
      top.show(session.thread.stage, session.ways)
      if (human.show(desk)) field.focus()
      showState(session.state)
      thread.show(session)
      field.show(session.limit, filing, session.files)
    },
    open(open) {
      root.hidden = !open
      root.setAttribute('aria-modal', fullScreen.matches)
      if (!open) return
      fit()
      field.measure()
      thread.toEnd()
    },
  }
}

function humanBar({ words, onHuman, onStay }) {
  const offer = labelled(el('button.human', { onclick: onHuman }))
  const status = labelled(el('div.status', { role: 'status' }))
  const stay = el('button.quiet', { onclick: onStay }, words.stay)
  const root = el('div.human-bar', {}, offer.node, status.node, stay)
  return {
    root,
    show({ mode, title, detail }) {
      const focused = root.querySelector(':focus')
      const offered = mode === 'offer'
      root.dataset.mode = mode
      offer.label(offered, title, detail)
      status.label(!offered, title, detail)
      stay.hidden = mode !== 'waiting'
      return focused?.hidden
    },
  }
}

function labelled(node) {
  const words = ['title', 'detail'].map(name => el(`span.${name}`))
  node.append(el('span.round', {}, icon('person')), el('span.words', {}, ...words))
  return { node, label(shown, ...texts) {
    node.hidden = !shown
    words.forEach((word, index) => setText(word, shown ? texts[index] : ''))
  } }
}

function header({ words, company, name, onSettings, onClose, onWays }) {
  const title = el('h2', { id: 'title' })
  const hint = el('p.hint')
  const face = el('span.face', { 'aria-hidden': true })
  const button = sign('tool', 'menu', words.settings, { 'aria-controls': 'settings', onclick: () => open(list.hidden) })
  const away = sign('tool', 'phone', words.ways, { onclick: onWays })
  const list = el('div.settings', { id: 'settings' })
  const menu = el('div.menu', { onfocusout({ relatedTarget }) { if (relatedTarget && !menu.contains(relatedTarget)) open(false) } }, button, list)
  let settings

  async function open(shown) {
    list.hidden = !shown
    button.setAttribute('aria-expanded', shown)
    if (shown) settings ??= onSettings(list)
    ;(await settings)?.()
  }

  open(false)
  return {
    root: el('div.header', {}, face, el('div.who', {}, title, hint), away, menu,
      sign('tool', 'close', words.close, { onclick: onClose })),
    focusWays: () => away.focus(),
    show(stage, ways) {
      away.hidden = !ways
      const agent = stage.name === 'withAgent' && (stage.agent || words.someone)
      setText(title, agent || words.botTitle(name || words.bot))
      setText(hint, agent ? words.agentHint : [company, words.botHint].filter(Boolean).join(' · '))
      face.classList.toggle('person', Boolean(agent))
      face.replaceChildren(agent ? [...agent][0].toUpperCase() : icon('bot'))
    },
    closeMenu() {
      if (list.hidden) return false
      open(false)
      button.focus()
      return true
    },
  }
}

/** Files may be dropped anywhere on the chat. */
function takeDropped(root, onFiles) {
  for (const type of ['dragover', 'dragleave', 'drop']) root.addEventListener(type, event => {
    const within = type === 'dragleave' && root.contains(event.relatedTarget)
    if (within || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    root.classList.toggle('dropping', type === 'dragover')
    if (type === 'drop') onFiles([...event.dataTransfer.files])
  })
}

function composer({ words, on }) {
  const input = el('textarea', { rows: 1, 'aria-label': words.write, placeholder: words.write, enterkeyhint: 'send',
    'aria-describedby': 'counter', oninput() { wanted = false; measure(); if (input.value) on.typed() },
    onpaste(event) { if (event.clipboardData?.files.length > 0) { event.preventDefault(); on.files([...event.clipboardData.files]) } },
    onkeydown(event) { if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event) } })
  const counter = el('p.counter', { id: 'counter' })
  const button = sign('send', 'send', words.send, { type: 'submit' })
  const picker = el('input', { type: 'file', multiple: '', hidden: '', onchange() { on.files([...picker.files]); picker.value = '' } })
  const attach = sign('attach', 'attach', words.attach, { onclick: () => picker.click() })
  const root = el('form.composer', { onsubmit: send }, counter, picker, el('div.field', {}, attach, input, button))
  let files
  let limit = Infinity
  let chosen = { items: [] }
  let wanted = false

  function send(event) {
    event.preventDefault()
    submit()
    input.focus()
  }

  /** While files are on their way, the wish to send waits for them. */
  function submit() {
    const text = input.value.trim()
    wanted = chosen.busy
    if ((text || chosen.ready) && !chosen.busy && text.length <= limit) {
      write('')
      on.send(text, undefined, chosen.ready ? chosen.take() : undefined)
    }
  }

  function write(text) {
    input.value = text
    measure()
  }

  function measure() {
    const { length } = input.value.trim()
    const left = limit - length
    const over = left < 0
    button.setAttribute('aria-disabled', (!length && !chosen.ready && !chosen.busy) || over)
    setText(counter, over ? words.tooLong(-left) : left <= NEAR_THE_LIMIT ? words.charactersLeft(left) : '')
    counter.classList.toggle('over', over)
    counter.setAttribute('aria-live', over ? 'polite' : 'off')
    input.setAttribute('aria-invalid', over)
    input.style.height = 'auto'
    if (input.scrollHeight) input.style.height = `${input.scrollHeight}px`
  }

  return {
    root,
    write,
    draft: () => input.value,
    focus: () => input.focus(),
    show(newLimit, filing, limits) {
      attach.hidden = limits.most === 0
      picker.accept = limits.types.join()
      limit = newLimit
      if (filing) {
        chosen = filing.tray
        if (!files) counter.after((files = filing.trayView(words, () => attach.focus())).list, files.status)
        files.show(chosen.items, limits)
      }
      if (wanted && !chosen.busy) submit()
      measure()
    },
    measure,
  }
}
