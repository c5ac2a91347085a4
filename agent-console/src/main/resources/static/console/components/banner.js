import { announce } from '../lib/announce.js'
import { html, useEffect, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Icon } from './icons.js'

const PATIENCE = 1_500

/** One calm line while the connection is away; a hiccup shorter than a breath is not worth a word. */
export function Banner({ connection, retryAt, onTryNow }) {
  const { words } = useWords()
  const away = connection === 'offline' || connection === 'polling'
  const [shown, setShown] = useState(false)
  const [, tick] = useState(0)
  useEffect(() => {
    if (!away) return setShown(false)
    const timer = setTimeout(() => {
      setShown(true)
      announce(words.offline)
    }, PATIENCE)
    return () => clearTimeout(timer)
  }, [away])
  useEffect(() => {
    if (!shown || !away) return
    const timer = setInterval(() => tick(count => count + 1), 1000)
    return () => clearInterval(timer)
  }, [shown, away])
  if (!shown || !away) return null
  const seconds = retryAt ? Math.ceil((retryAt - Date.now()) / 1000) : 0
  const sentence = connection === 'polling' ? words.polling : seconds > 1 ? words.offlineSoon(seconds) : words.offline
  return html`<section class="banner" aria-label=${words.connection}>
    <${Icon} name="alert" size=${16} /><span>${sentence}</span>
    <button type="button" class="link" onClick=${onTryNow}>${words.tryNow}</button>
  </section>`
}
