import { html, useEffect, useRef, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Logo } from './icons.js'
import { LanguageSwitch } from './language-switch.js'

/** The door. Says plainly what went wrong, and counts down when it has to stay shut for a while. */
export function SignIn({ onSignIn, setLanguage, ended, unreachable }) {
  const { words } = useWords()
  const [problem, setProblem] = useState(unreachable ? { kind: 'noServer' } : null)
  const [busy, setBusy] = useState(false)
  const [shutFor, setShutFor] = useState(0)
  const name = useRef()
  const password = useRef()

  useEffect(() => { name.current.focus() }, [])
  useEffect(() => {
    if (shutFor <= 0) return
    const timer = setTimeout(() => {
      setShutFor(shutFor - 1)
      if (shutFor === 1) setProblem(null)
    }, 1000)
    return () => clearTimeout(timer)
  }, [shutFor])

  async function submit(event) {
    event.preventDefault()
    const given = { name: name.current.value.trim(), password: password.current.value }
    if (!given.name || !given.password) {
      setProblem({ kind: 'fillBoth' })
      return (given.name ? password : name).current.focus()
    }
    setBusy(true)
    setProblem(null)
    try {
      await onSignIn(given.name, given.password)
    } catch (failure) {
      setBusy(false)
      if (failure.status === 429) {
        setShutFor(failure.retryAfter ?? 30)
        return setProblem({ kind: 'tooManyAttempts' })
      }
      setProblem({ kind: failure.status === 401 ? 'wrongCredentials' : 'noServer' })
      password.current.select()
    }
  }

  const sentence = problem && (problem.kind === 'tooManyAttempts' ? words.tooManyAttempts(shutFor) : words[problem.kind])
  return html`<main class="sign-in">
    <form class="sign-in-card" onSubmit=${submit} novalidate>
      <div class="sign-in-head"><${Logo} size=${44} /><div><h1>Direktdraht</h1><p>${words.tagline}</p></div></div>
      ${ended && !problem && html`<p class="hint" role="status">${words.sessionEnded}</p>`}
      <label class="field">${words.name}
        <input ref=${name} name="username" autocomplete="username" autocapitalize="none" spellcheck="false"
          aria-describedby="sign-in-problem" aria-invalid=${String(problem?.kind === 'wrongCredentials')} /></label>
      <label class="field">${words.password}
        <input ref=${password} name="password" type="password" autocomplete="current-password"
          aria-describedby="sign-in-problem" aria-invalid=${String(problem?.kind === 'wrongCredentials')} /></label>
      <p id="sign-in-problem" class="problem" role="alert">${sentence}</p>
      <button class="button primary wide" disabled=${busy || shutFor > 0}>${busy ? words.signingIn : words.signIn}</button>
    </form>
    <${LanguageSwitch} setLanguage=${setLanguage} />
  </main>`
}
