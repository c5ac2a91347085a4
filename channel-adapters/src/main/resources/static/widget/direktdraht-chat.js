import { el, icon } from './components/dom.js'

const NAME = 'direktdraht-chat'
const AGAIN = 3_000
const OPEN = { de: 'Chat öffnen', en: 'Open chat' }
const tag = [...document.scripts].find(({ src }) => src === import.meta.url)

export const spoken = (...tags) => tags.map(name => `${name ?? ''}`.slice(0, 2).toLowerCase()).find(name => Object.hasOwn(OPEN, name)) ?? 'en'

/** Only a launcher until the visitor opens it or was here before. */
export class DirektdrahtChat extends HTMLElement {
  static observedAttributes = ['language', 'company', 'name', 'privacy-url', 'customer', 'proof']
  #shadow = this.attachShadow({ mode: 'open' })
  #launcher
  #chat
  #loading

  async connectedCallback() {
    if (!this.#launcher) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(STYLE)
      this.#shadow.adoptedStyleSheets = [sheet]
      this.#launcher = el('button.launcher', { 'aria-haspopup': 'dialog', onclick: () => this.open() },
        icon('chat'), el('span.badge', { 'aria-hidden': true, hidden: '' }))
      this.#shadow.append(this.#launcher)
    }
    this.#label()
    if (!this.#chat && !this.#known()) return
    const chat = await this.#load()
    if (this.isConnected) chat.start()
  }

  disconnectedCallback() {
    this.#chat?.stop()
  }

  attributeChangedCallback() {
    if (this.#chat) this.#chat.changed()
    else if (this.#launcher) this.#label()
  }

  async open(options) {
    (await this.#load()).open(options)
  }

  close() {
    this.#chat?.close()
  }

  #label() {
    if (!this.#chat) this.#launcher.setAttribute('aria-label', OPEN[this.#language()])
  }

  #load() {
    return this.#loading ??= loaded('./chat.js').then(({ startChat }) => startChat({ load: loaded,
      shadow: this.#shadow,
      launcher: this.#launcher,
      line: this.#line,
      server: this.#setting('server') ?? new URL(import.meta.url).origin,
      setting: name => this.#setting(name),
      language: () => this.#language(),
      tell: (event, detail) =>
        this.dispatchEvent(new CustomEvent(`direktdraht-${event}`, { detail, bubbles: true, composed: true })),
    })).then(chat => this.#chat = chat)
  }

  #known() {
    try {
      return Object.keys(localStorage).some(key => key.startsWith(`direktdraht:${this.#line}:`) && /:(token$|out:)/.test(key))
    } catch {
      return false
    }
  }

  get #line() {
    return this.#setting('line') ?? 'web'
  }

  #language() {
    return spoken(this.#setting('language'), document.documentElement.lang, navigator.language)
  }

  #setting(name) {
    return this.getAttribute(name) ?? tag?.getAttribute(`data-${name}`)
  }
}

/** Browsers remember a failed import; so first see that the server is there. */
async function loaded(module) {
  const address = new URL(module, import.meta.url)
  const there = await fetch(address, { method: 'HEAD' }).catch(() => {})
  if (there?.ok) return import(address)
  await new Promise(resume => setTimeout(resume, AGAIN))
  return loaded(module)
}

const STYLE = /* css */ `
.launcher {
  position: fixed; z-index: 2147483000; width: 3.75rem; height: 3.75rem; display: grid; place-items: center; padding: 0; border: 0; border-radius: 50%;
  right: calc(1.25rem + env(safe-area-inset-right)); bottom: calc(1.25rem + env(safe-area-inset-bottom));
  background: var(--direktdraht-accent, #23509e); color: var(--direktdraht-accent-text, #fff); font: 700 .8125rem system-ui, sans-serif; cursor: pointer;
  box-shadow: 0 0 0 2px Canvas, 0 6px 20px rgb(15 20 30 / .3); color-scheme: light dark;
}
.launcher:focus-visible { outline: 3px solid var(--direktdraht-accent, #23509e); outline-offset: 4px; }
.launcher svg { width: 1.75rem; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.badge {
  position: absolute; top: -.25rem; right: -.25rem; min-width: 1.5rem; padding: 0 .4rem; border-radius: .75rem; border: 2px solid Canvas;
  background: #b3261e; color: #fff; line-height: 1.25rem;
}
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) {
  .launcher { transition: transform .15s; }
  .launcher:hover { transform: translateY(-2px); }
}
@media (forced-colors: active) { .launcher { border: 1px solid; } }
`

customElements.define(NAME, DirektdrahtChat)

/** One script tag is enough: where the page has no element of its own, it gets one. */
function appear() {
  if (!document.querySelector(NAME)) document.body.append(document.createElement(NAME))
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', appear)
else appear()
