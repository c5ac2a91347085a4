import { html, useState } from '../../vendor/htm-preact-standalone.js'
import { wordFor } from '../../words/index.js'

/** What came of something that was tried, in words: a sentence for each who was asked. */
function Outcome({ tried, answers }) {
  if (!tried) return null
  return [tried].flat().map(({ code, detail, by }) => {
    const words = by ? answers[by] : answers
    const sentence = (Object.hasOwn(words, code) ? words[code] : answers.other)(detail)
    return html`<p key=${by} class=${code === 'ok' ? 'outcome is-good' : 'outcome is-bad'}>${sentence}</p>`
  })
}

/** Runs `work` once at a time and keeps what came of it. */
function useAttempt(says) {
  const [tried, setTried] = useState(null)
  const [busy, setBusy] = useState(false)
  async function attempt(work) {
    setBusy(true)
    setTried(null)
    try {
      setTried(await work())
    } catch (failure) {
      setTried({ code: 'failed', detail: failure.status === 400 ? failure.body.detail ?? '' : says.failed })
    }
    setBusy(false)
  }
  return { tried, busy, attempt }
}

/** A button that tries something, and what came of it; `more` draws what a sentence cannot say. */
export function Attempt({ label, busy: busyWord, answers, run, says, more }) {
  const { tried, busy, attempt } = useAttempt(says)
  return html`<div class="attempt"><button type="button" class="button" disabled=${busy} onClick=${() => attempt(run)}>${busy ? busyWord : label}</button>
    <div role="status"><${Outcome} tried=${tried} answers=${answers} /></div>${tried && more?.(tried.detail)}</div>`
}

/** One message to somebody, to see whether it arrives. */
export function TestMessage({ channel, says, send }) {
  const [to, setTo] = useState('')
  const [text, setText] = useState(says.testText)
  const { tried, busy, attempt } = useAttempt(says)
  return html`<form class="line-card test-message" onSubmit=${event => { event.preventDefault(); attempt(() => send(to.trim(), text.trim())) }}>
    <h3>${says.test}</h3>
    <label class="field">${says.to} <small>${wordFor(says.toHints, channel, says.toHints.other)}</small>
      <input value=${to} maxlength="128" required autocomplete="off" autocapitalize="none" spellcheck="false" onInput=${event => setTo(event.target.value)} /></label>
    <label class="field">${says.text}
      <input value=${text} maxlength="500" required onInput=${event => setText(event.target.value)} /></label>
    <div class="attempt"><button class="button" disabled=${busy || !to.trim() || !text.trim()}>${busy ? says.sending : says.send}</button>
      <div role="status"><${Outcome} tried=${tried} answers=${channel === 'email' ? says.mailed : says.sent} /></div></div>
  </form>`
}
