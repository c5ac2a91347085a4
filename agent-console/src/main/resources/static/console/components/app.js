import { attention } from '../models/board.js'
import { html, useCallback, useEffect, useMemo } from '../vendor/htm-preact-standalone.js'
import { keepLanguage, LANGUAGES, WordsContext } from '../words/index.js'
import { useStore } from './hooks.js'
import { Notices } from './notices.js'
import { SignIn } from './sign-in.js'
import { Workplace } from './workplace.js'

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

  return html`<${WordsContext.Provider} value=${context}>
    ${session === undefined && html`<p class="starting" role="status">${context.words.loading}</p>`}
    ${session === null && html`<${SignIn} onSignIn=${desk.signIn} setLanguage=${setLanguage} ended=${state.ended} unreachable=${state.startProblem} />`}
    ${session && html`<${Workplace} state=${state} desk=${desk} setLanguage=${setLanguage} />`}
    <${Notices} notices=${state.notices} onDismiss=${desk.dismiss} />
  <//>`
}
