import { openLinePage } from '../lib/route.js'
import { attention } from '../models/board.js'
import { html, useCallback, useEffect, useMemo, useState } from '../vendor/htm-preact-standalone.js'
import { keepLanguage, LANGUAGES, WordsContext } from '../words/index.js'
import { useStore } from './hooks.js'
import { Notices } from './notices.js'
import { SignIn } from './sign-in.js'
import { Workplace } from './workplace.js'

/** The operators' page, fetched when it is asked for; null while it is not. */
function useLinesPage(signedIn) {
  const [asked, setAsked] = useState(openLinePage() !== null)
  const [Page, setPage] = useState(null)
  useEffect(() => {
    const follow = () => setAsked(openLinePage() !== null)
    addEventListener('hashchange', follow)
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('hashchange', follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  useEffect(() => {
    if (asked && signedIn && !Page) import('./lines/page.js').then(({ LinesPage }) => setPage(() => LinesPage))
  }, [asked, signedIn, Page])
  return asked ? { Page } : null
}

/** The whole page: either the sign-in or the workplace, in the agent's language. */
export function App({ store, desk }) {
  const state = useStore(store)
  const { language, session, board, seen } = state
  const context = useMemo(() => ({ words: LANGUAGES[language], language }), [language])
  const setLanguage = useCallback(next => {
    keepLanguage(next)
    store.set({ language: next })
  }, [store])

  useEffect(() => { document.documentElement.lang = language }, [language])
  useEffect(() => {
    const count = session ? attention(board, seen) : 0
    document.title = count > 0 ? `(${count}) Direktdraht` : 'Direktdraht'
  }, [session, board, seen])

  const lines = useLinesPage(Boolean(session))
  return html`<${WordsContext.Provider} value=${context}>
    ${session === undefined && html`<p class="starting" role="status">${context.words.loading}</p>`}
    ${session === null && html`<${SignIn} onSignIn=${desk.signIn} setLanguage=${setLanguage} ended=${state.ended} unreachable=${state.startProblem} />`}
    ${session && lines && (lines.Page ? html`<${lines.Page} setLanguage=${setLanguage} onOver=${desk.isOver} />` : html`<p class="starting" role="status">${context.words.loading}</p>`)}
    ${session && !lines && html`<${Workplace} state=${state} desk=${desk} setLanguage=${setLanguage} />`}
    <${Notices} notices=${state.notices} onDismiss=${desk.dismiss} />
  <//>`
}
