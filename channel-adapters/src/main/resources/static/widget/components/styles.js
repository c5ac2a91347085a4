const CSS = /* css */ `
:host {
  --accent: var(--direktdraht-accent, #23509e);
  --accent-text: var(--direktdraht-accent-text, #fff);
  --accent-ink: var(--accent);
  --tint: color-mix(in oklab, var(--accent-ink) 12%, var(--surface));
  --surface: #fff;
  --ground: #f4f5f7;
  --raised: #fff;
  --ink: #1b1f24;
  --soft: #565e69;
  --line: #d9dde3;
  --edge: #767f8c;
  --alert: #b3261e;
  --notice: #fff3d6;
  --notice-ink: #5c4200;
  --shadow: 0 16px 48px rgb(15 20 30 / .25);
  color-scheme: light dark;
  font: 400 .9375rem/1.45 var(--direktdraht-font, system-ui, sans-serif);
  color: var(--ink);
}
@supports (color: oklch(from red l c h)) {
  :host { --accent-ink: oklch(from var(--accent) min(l, .47) c h); }
}
@media (prefers-color-scheme: dark) {
  :host {
    --surface: #1d2126;
    --ground: #14171b;
    --raised: #282d34;
    --ink: #eceff3;
    --soft: #aab2bd;
    --line: #383f48;
    --edge: #8a94a1;
    --alert: #ffb4ab;
    --notice: #3d3213;
    --notice-ink: #ffe3a0;
    --shadow: 0 16px 48px rgb(0 0 0 / .6);
    --accent-ink: color-mix(in oklab, var(--accent) 45%, #fff);
  }
  @supports (color: oklch(from red l c h)) {
    :host { --accent-ink: oklch(from var(--accent) max(l, .8) min(c, .11) h); }
  }
}
*, *::before, *::after { box-sizing: border-box; }
p, h2 { margin: 0; font: inherit; }
button, textarea { padding: 0; border: 0; background: none; font: inherit; color: inherit; }
button, label { cursor: pointer; }
a { color: var(--accent-ink); }
:focus-visible { outline: 3px solid var(--accent-ink); outline-offset: 2px; }
svg { width: 1.375rem; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

.panel {
  position: fixed; z-index: 2147483000; display: flex; flex-direction: column; overflow: hidden;
  right: calc(1.25rem + env(safe-area-inset-right)); bottom: calc(1.25rem + env(safe-area-inset-bottom));
  width: min(24rem, calc(100vw - 2.5rem)); height: min(39rem, calc(100dvh - 2.5rem));
  border: 1px solid var(--line); border-radius: 1.125rem; background: var(--surface); box-shadow: var(--shadow);
}
.header { display: flex; align-items: center; gap: .5rem; padding: .75rem .375rem .75rem .875rem; background: var(--accent); color: var(--accent-text); }
.header :focus-visible { outline-color: currentColor; outline-offset: -2px; }
.face, .tool, .round, .send { flex: none; width: 2.75rem; height: 2.75rem; display: grid; place-items: center; border-radius: .75rem; }
.face { width: 2.5rem; height: 2.5rem; background: var(--accent-text); color: var(--accent); font-weight: 700; }
.person, .round, .send { border-radius: 50%; }
.who { flex: 1; min-width: 0; overflow-wrap: anywhere; line-height: 1.3; }
h2, .title { font-weight: 600; }
.hint, .detail, .data, .day, .author, .refusal, .typing, .counter, .system .text { font-size: .8125rem; }
.detail, .data, .day, .author, .typing, .counter, .meta, .system .text { color: var(--soft); }
.header .tool { width: 2.25rem; }
.tool:hover { background: rgb(128 128 128 / .25); }
.menu { position: relative; margin-right: -.5rem; }
.menu svg { stroke-width: 3; }
.quiet:hover { background: var(--ground); }

.human-bar { padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
.human, .status { width: 100%; display: flex; align-items: center; gap: .75rem; min-height: 3rem; padding: .25rem .5rem; border-radius: .75rem; text-align: start; line-height: 1.3; }
.human { border: 1.5px solid; color: var(--accent-ink); }
.human:hover, .choices button:hover, .round, .agent .text { background: var(--tint); }
.round { width: 2.125rem; height: 2.125rem; color: var(--accent-ink); }
.words, .text, .choices button { min-width: 0; overflow-wrap: anywhere; }
.title, .detail { display: block; }
.quiet { margin-inline-start: 2.875rem; padding: .375rem .5rem; border-radius: .5rem; }
.quiet, .refusal button { color: var(--accent-ink); text-decoration: underline; text-underline-offset: .2em; }
.banner { background: var(--notice); color: var(--notice-ink); }
.banner:not(:empty) { padding: .5rem 1rem; }

.thread { position: relative; flex: 1; min-height: 0; display: flex; background: var(--ground); }
.scroller { flex: 1; min-width: 0; padding: 1rem; overflow-y: auto; overscroll-behavior: contain; }
.scroller:focus-visible { outline-offset: -3px; }
.intro { display: grid; gap: .5rem; padding: 1rem; border: 1px solid var(--line); border-radius: 1.125rem; background: var(--surface); }
.greeting { font-size: 1.125rem; font-weight: 600; }
.day { margin-top: 1.25rem; text-align: center; font-weight: 600; }
.message { max-width: 86%; width: fit-content; margin-top: .75rem; }
.message.follows { margin-top: .25rem; }
.author { padding: 0 .75rem .125rem; font-weight: 600; }
.text { width: fit-content; padding: .5rem .875rem; border: 1px solid var(--line); border-radius: 1.125rem 1.125rem 1.125rem .375rem; background: var(--raised); white-space: pre-wrap; }
.agent .text { border-color: transparent; }
.contact, .contact .text { margin-inline-start: auto; }
.contact .text { border-color: transparent; border-radius: 1.125rem 1.125rem .375rem; background: var(--accent); color: var(--accent-text); }
.text a { color: inherit; }
.contact .author, .follows .author, .system .author, .unseen { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
.meta { display: flex; align-items: center; gap: .25rem; padding: .125rem .75rem 0; font-size: .75rem; }
.contact .meta { justify-content: flex-end; padding-inline-end: .375rem; }
.meta svg { width: 1.0625rem; }
.system .meta, .message:not(.contact):has(+ .follows) .meta, .contact:has(~ .contact) .says { display: none; }
[data-mark="read"] svg { color: var(--accent-ink); stroke-width: 2.75; }
.withdrawn .text { border: 1px dashed var(--line); background: none; color: var(--soft); font-style: italic; }
[data-mark="refused"] .text { border: 1.5px dashed var(--alert); background: none; color: inherit; }
.refusal { color: var(--alert); text-align: end; }
.refusal button { padding: .25rem .375rem; }
.system { width: auto; max-width: none; text-align: center; }
.system .text { width: auto; padding: .25rem 1rem; border: 0; background: none; }
.typing { display: flex; align-items: center; gap: .5rem; margin-top: .75rem; }
.dots { display: flex; gap: .25rem; }
.dots i { width: .5rem; height: .5rem; border-radius: 50%; background: var(--soft); }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .75rem; }
.choices button, .pill { min-height: 2.75rem; padding: .375rem 1rem; border-radius: 1.375rem; font-weight: 600; }
.choices button { border: 1.5px solid; background: var(--surface); color: var(--accent-ink); }
.pill, .send { background: var(--accent); color: var(--accent-text); }
.pill { position: absolute; left: 50%; bottom: .75rem; translate: -50%; display: flex; align-items: center; gap: .375rem; white-space: nowrap; box-shadow: var(--shadow); }
.pill svg { rotate: 180deg; }

.composer { padding: .625rem .75rem calc(.75rem + env(safe-area-inset-bottom)); border-top: 1px solid var(--line); }
.field { display: flex; align-items: flex-end; gap: .25rem; padding: .25rem; border: 1.5px solid var(--edge); border-radius: 1.5rem; }
.field:focus-within { border-color: var(--accent-ink); box-shadow: 0 0 0 1px var(--accent-ink); }
textarea { flex: 1; min-width: 0; min-height: 2.75rem; max-height: 8.5rem; padding: .625rem .75rem; resize: none; font-size: 1rem; }
textarea:focus-visible { outline: 0; }
textarea::placeholder { color: var(--soft); opacity: 1; }
.send[aria-disabled="true"] { background: var(--ground); color: var(--soft); }
.attach { flex: none; width: 2.75rem; height: 2.75rem; display: grid; place-items: center; border-radius: 50%; color: var(--soft); }
.attach:hover { background: var(--ground); }
.drop { position: absolute; inset: .5rem; z-index: 3; display: none; place-content: center; justify-items: center; gap: .5rem; border: 2px dashed var(--accent-ink); border-radius: .875rem; background: var(--surface); color: var(--accent-ink); font-weight: 600; pointer-events: none; }
.dropping .drop { display: grid; }
.counter:not(:empty) { padding: 0 .5rem .375rem; }
.over { color: var(--alert); }

@media (max-width: 480px) {
  .panel { inset: 0; width: auto; height: 100dvh; border: 0; border-radius: 0; }
  .header { padding-top: calc(.75rem + env(safe-area-inset-top)); }
}
/* 400 % zoom or a phone on its side: everything scrolls together. */
@media (max-height: 460px) {
  .panel { overflow-y: auto; }
  .panel > * { flex-shrink: 0; }
  .panel > .thread { flex: 1 0 11rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise .18s ease-out; }
  .dots i { animation: breathe 1.2s infinite; }
  .dots :nth-child(2) { animation-delay: .2s; }
  .dots :nth-child(3) { animation-delay: .4s; }
}
@keyframes rise { from { opacity: 0; transform: translateY(12px); } }
@keyframes breathe { 30% { opacity: .35; } }
@media (forced-colors: active) {
  .panel, .text, .send { border: 1px solid; }
}
`

/** Constructed sheets need no `style-src` in the page's policy. */
export function styles() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(CSS)
  return sheet
}
