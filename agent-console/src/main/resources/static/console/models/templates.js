const VARIABLE = /\{\{\s*((?:[a-z]+:)?[A-Za-z0-9_]+)\s*\}\}/g
const NAMES = new Set(['name', 'full_name', 'customer', 'customer_name', 'kunde', 'kundenname'])
const FIRST_NAMES = new Set(['first_name', 'firstname', 'vorname'])
const AROUND = 28

/** A value as the platform takes it: one line, no wide gaps. What is seen is what is sent. */
export const tidy = value => String(value ?? '').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/ {5,}/g, ' ').trim()

export const tidied = values => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tidy(value)]))

/** The text in pieces: words, and holes with their variable, filled or not. Never filled twice. */
export function pieces(text, values) {
  const parts = []
  let end = 0
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) })
    parts.push({ variable: match[1], text: tidy(values[match[1]]) })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** `files`: what is there for the head. */
export const complete = (template, values, files = []) => template.variables.every(name => tidy(values[name]) !== '') && (!template.file || files.length > 0)

/** Where a variable stands: `head`, `button` with its place, `code` with its place, or in the body. */
export function placeOf(variable) {
  const [place, rest] = variable.split(':')
  if (rest === undefined) return { place: 'body', name: variable }
  return place === 'head' ? { place, name: rest } : { place, name: rest, button: Number(rest) }
}

/** The text in which a variable stands. */
export function textOf(template, variable) {
  const { button } = placeOf(variable)
  return button === undefined ? template.text : template.buttons[button]?.behind ?? ''
}

/** What a blank is for, by what stands around it; of an address all of it. */
export function hintOf(template, variable) {
  const text = textOf(template, variable)
  return placeOf(variable).place === 'button' ? text.replace(VARIABLE, '___') : around(text, variable)
}

/** Media types as people call them. */
export const kindsOf = ({ mediaTypes }) => mediaTypes.map(type => type.split('/')[1].toUpperCase()).join(', ')

/** What stands around a hole, so that a number means something. */
export function around(text, variable) {
  const match = [...text.matchAll(VARIABLE)].find(one => one[1] === variable)
  if (!match) return ''
  const before = text.slice(0, match.index).split('\n').at(-1).replace(VARIABLE, '…')
  const after = text.slice(match.index + match[0].length).split('\n')[0].replace(VARIABLE, '…')
  const start = before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S* /, '')}` : before
  const end = after.length > AROUND ? `${after.slice(0, AROUND).replace(/ \S*$/, '')} …` : after
  return `${start}___${end}`
}

/** Only a variable that asks for a name is given one, and only the contact's own. */
export function prefilled({ variables }, { name, named }) {
  const known = named ? tidy(name) : ''
  const value = variable => {
    const { place, name: short } = placeOf(variable)
    const asked = place === 'body' || place === 'head' ? short.toLowerCase() : ''
    return NAMES.has(asked) ? known : FIRST_NAMES.has(asked) ? known.split(' ')[0] : ''
  }
  return Object.fromEntries(variables.map(variable => [variable, value(variable)]))
}

/** Those with all these words, the contact's language first. */
export function matching(templates, query, language) {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  const first = one => Number(!one.language.toLowerCase().startsWith(String(language ?? '').toLowerCase() || '?'))
  return templates.filter(one => {
    const said = `${one.name.replaceAll('_', ' ')} ${one.name} ${one.text}`.toLowerCase()
    return wanted.every(word => said.includes(word))
  }).sort((one, other) => first(one) - first(other) || one.name.localeCompare(other.name) || one.language.localeCompare(other.language))
}

export const number = variable => /^\d+$/.test(variable)
