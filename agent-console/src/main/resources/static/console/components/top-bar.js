import { bellState, turnOff, turnOn } from '../lib/notify.js'
import { plainName } from '../models/names.js'
import { html, useState } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { Colleagues } from './colleagues.js'
import { Icon, Logo } from './icons.js'
import { LanguageSwitch } from './language-switch.js'
import { PresenceSwitch } from './presence-switch.js'

const OPERATORS = ['operator', 'administrator']

/** The line above everything: my presence, who else is there, and the switches. */
export function TopBar({ session, board, setLanguage, onPresence, onSignOut, onHelp }) {
  const { words } = useWords()
  const [bell, setBell] = useState(bellState)
  const bellWords = { on: words.bellOn, off: words.bellOff, denied: words.bellDenied }[bell]
  return html`<header class="top-bar">
    <div class="brand"><${Logo} /><span>Direktdraht</span></div>
    <${PresenceSwitch} available=${board?.me?.available ?? session.available} onChange=${onPresence} />
    <span class="spacer"></span>
    <${Colleagues} colleagues=${(board?.colleagues ?? []).filter(colleague => colleague.name !== session.name)} />
    <button type="button" class="icon-button bell" aria-label=${bellWords} title=${bellWords} aria-pressed=${String(bell === 'on')} disabled=${bell === 'denied'}
      onClick=${async () => setBell(bell === 'on' ? turnOff() : await turnOn())}><${Icon} name=${bell === 'on' ? 'bell' : 'bellOff'} /></button>
    <button type="button" class="icon-button wide-only" aria-label=${words.shortcuts} title=${`${words.shortcuts} (?)`} onClick=${onHelp}><${Icon} name="keyboard" /></button>
    ${OPERATORS.includes(session.role) && html`<a class="icon-button" href="#/lines" aria-label=${words.lines} title=${words.lines}><${Icon} name="plug" /></a>`}
    <${LanguageSwitch} setLanguage=${setLanguage} />
    <span class="me wide-only"><bdi>${plainName(session.displayName ?? session.name)}</bdi></span>
    <button type="button" class="icon-button" aria-label=${words.signOut} title=${words.signOut} onClick=${onSignOut}><${Icon} name="leave" /></button>
  </header>`
}
