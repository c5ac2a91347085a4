import { lines as calls } from '../../lib/lines.js'
import { goToLine, openLinePage } from '../../lib/route.js'
import { sorted, stateOf } from '../../models/channels.js'
import { html, useCallback, useEffect, useState } from '../../vendor/htm-preact-standalone.js'
import { useWords, wordFor } from '../../words/index.js'
import de from '../../words/lines-de.js'
import en from '../../words/lines-en.js'
import { channelIcon, Icon, Logo } from '../icons.js'
import { LanguageSwitch } from '../language-switch.js'
import { LineForm } from './form.js'
import { Line } from './line.js'

const WORDS = { de, en }
const NEW = '+'
const EVERY = 4_000

/** A small coloured dot with its word. */
export function State({ line, says }) {
  const state = stateOf(line)
  return html`<span class=${`line-state is-${state}`}><span class="line-dot" aria-hidden="true"></span>${says.states[state]}</span>`
}

// The board has no place of its own in the address.
const leave = () => { location.hash = '' }

/** Where operators set up channels and see how each line does. */
export function LinesPage({ setLanguage, onOver }) {
  const { language } = useWords()
  const says = WORDS[language]
  const [overview, setOverview] = useState(null)
  const [problem, setProblem] = useState(false)
  const [open, setOpen] = useState(openLinePage())

  const guarded = useCallback(async action => {
    try {
      const result = await action()
      setProblem(false)
      return result
    } catch (failure) {
      if (failure.status === 401) onOver(failure)
      else if (failure.status !== 400 && failure.status !== 404) setProblem(true)
      throw failure
    }
  }, [onOver])

  const load = useCallback(() => guarded(calls.all).then(setOverview).catch(() => {}), [guarded])
  useEffect(() => {
    load()
    const timer = setInterval(() => document.visibilityState === 'visible' && load(), EVERY)
    const follow = () => setOpen(openLinePage())
    addEventListener('hashchange', follow)
    return () => {
      clearInterval(timer)
      removeEventListener('hashchange', follow)
    }
  }, [load])

  const chosen = overview?.lines.find(({ line }) => line === open)
  return html`<div class="lines-page" data-open=${open ? 'line' : 'list'}>
    <header class="lines-head">
      <div class="brand"><${Logo} /><h1>${says.title}</h1></div>
      <span class="spacer"></span>
      <${LanguageSwitch} setLanguage=${setLanguage} />
      <button type="button" class="button" onClick=${leave}><${Icon} name="left" /><span>${says.back}</span></button>
    </header>
    ${problem && html`<p class="lines-problem" role="alert">${says.failed}</p>`}
    <nav class="lines-list" aria-label=${says.title}>
      ${!overview && html`<p class="empty" role="status">${says.loading}</p>`}
      ${overview && html`<ul>${sorted(overview.lines).map(line => html`<li key=${line.line}>
        <a class="lines-row" href=${`#/lines/${encodeURIComponent(line.line)}`} aria-current=${line.line === open ? 'page' : undefined}>
          <span class="row-channel"><${Icon} name=${channelIcon(line.channel)} /></span>
          <span class="grow"><b>${line.line}</b><small>${wordFor(says.channels, line.channel)}</small></span>
          <${State} line=${line} says=${says} />
        </a></li>`)}</ul>
        <button type="button" class="button soft wide" onClick=${() => goToLine(NEW)}><${Icon} name="plus" />${says.add}</button>`}
    </nav>
    <main class="lines-main" tabindex="-1">
      ${open && html`<button type="button" class="link lines-up" onClick=${() => goToLine('')}><${Icon} name="left" />${says.title}</button>`}
      ${overview && !open && html`<p class="empty lines-none">${says.none}</p>`}
      ${overview && open === NEW && html`<${LineForm} key="new" says=${says} overview=${overview} guarded=${guarded}
        onKept=${line => { load(); goToLine(line) }} onCancel=${() => goToLine('')} />`}
      ${chosen && html`<${Line} key=${chosen.line} line=${chosen} overview=${overview} says=${says} guarded=${guarded}
        onChanged=${load} onGone=${() => { load(); goToLine('') }} />`}
    </main>
  </div>`
}
