import { el, setText } from './dom.js'

const WORDS = {
  de: {
    email: {
      title: 'Per E-Mail weiterschreiben',
      send: 'Code per E-Mail schicken',
      sent: 'Der Code ist unterwegs. Er gilt zehn Minuten; bitte sehen Sie auch im Spam nach.',
      code: 'Code aus der E-Mail, sechs Ziffern',
    },
    phone: {
      title: 'Per SMS weiterschreiben',
      send: 'Code per SMS schicken',
      sent: 'Der Code ist unterwegs. Er gilt zehn Minuten.',
      code: 'Code aus der SMS, sechs Ziffern',
    },
    hint: address => `Wir schicken einen Code an ${address}. Mit ihm gehört zu diesem Gespräch, was Sie uns von dort geschrieben haben.`,
    again: 'Noch einen Code schicken',
    check: 'Bestätigen',
    wrong: 'Dieser Code stimmt nicht, oder er gilt nicht mehr.',
    failed: 'Das geht gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
    proven: 'Danke! Beides gehört jetzt zusammen.',
  },
  en: {
    email: {
      title: 'Go on by e-mail',
      send: 'Send me a code by e-mail',
      sent: 'The code is on its way. It holds for ten minutes; please look into your spam too.',
      code: 'Code from the e-mail, six digits',
    },
    phone: {
      title: 'Go on by SMS',
      send: 'Send me a code by SMS',
      sent: 'The code is on its way. It holds for ten minutes.',
      code: 'Code from the SMS, six digits',
    },
    hint: address => `We send a code to ${address}. With it, what you wrote to us from there belongs to this conversation.`,
    again: 'Send another code',
    check: 'Confirm',
    wrong: 'This code is not right, or no longer.',
    failed: 'This does not work right now. Please try again in a moment.',
    proven: 'Thank you! Both belong together now.',
  },
}

export const STYLE = /* css */ `
.proofs { display: grid; gap: .75rem; }
.prove { display: grid; gap: .625rem; padding: .75rem; border: 1px solid var(--line); border-radius: .875rem; }
.prove form { display: flex; flex-wrap: wrap; gap: .625rem; align-items: end; }
.prove form[hidden] { display: none; }
.prove label { display: grid; gap: .25rem; font-size: .8125rem; }
.prove input { width: 8rem; min-height: 2.75rem; padding: 0 .75rem; border: 1px solid var(--edge); border-radius: .625rem; background: var(--raised); color: var(--ink); font: 600 1.125rem ui-monospace, monospace; letter-spacing: .15em; }
.prove button { min-height: 2.75rem; padding: 0 .875rem; border: 1px solid var(--edge); border-radius: .625rem; color: var(--accent-ink); font-weight: 600; justify-self: start; }
.prove p:empty { display: none; }
`

/** One for each address that one left: `left` has a hint at it by "email" and "phone". */
export function proofs(left, language, post) {
  const views = Object.entries(left).filter(([, hint]) => hint)
  return el('div.proofs', {}, ...views.map(([to, hint]) => proveView({ to, hint, language, post })))
}

/** Proves by a code that the address is one's own. Never says whether we know it. */
function proveView({ to, hint, language, post }) {
  const words = { ...WORDS[language], ...WORDS[language][to] }
  const state = el('p', { role: 'status' })
  const input = el('input', { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: '9', required: '' })
  const form = el('form', { onsubmit: check }, el('label', {}, words.code, input), el('button', {}, words.check))
  const ask = el('button', { onclick: send }, words.send)
  form.querySelector('button').type = 'submit'
  form.hidden = true

  async function send() {
    const response = await post('/code', { to }).catch(() => null)
    setText(state, response?.ok ? words.sent : words.failed)
    if (!response?.ok) return
    setText(ask, words.again)
    form.hidden = false
    input.value = ''
    input.focus()
  }

  async function check(event) {
    event.preventDefault()
    const response = await post('/proof', { code: input.value }).catch(() => null)
    if (response?.ok) {
      form.remove()
      ask.remove()
    }
    setText(state, response?.ok ? words.proven : response?.status === 409 ? words.wrong : words.failed)
    input.select()
  }

  return el('section.prove', { 'aria-label': words.title }, el('span.title', {}, words.title), el('p', {}, words.hint(hint)), ask, form, state)
}
