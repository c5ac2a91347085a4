/** A draft keeps message and note apart, so that words meant for colleagues never slip into an answer. */
export const BLANK = Object.freeze({ mode: 'message', message: '', note: '', saw: null, way: null })

/** `saw` is the last event the writer had before the first letter. */
export function write(draft, text, lastSeq) {
  const was = draft ?? BLANK
  const starts = was.saw === null || was[was.mode] === ''
  return { ...was, [was.mode]: text, saw: text === '' ? null : starts ? lastSeq : was.saw }
}

export function switchTo(draft, mode) {
  const was = draft ?? BLANK
  return { ...was, mode, saw: null }
}

export function sawUpTo(draft, lastSeq) {
  return { ...(draft ?? BLANK), saw: lastSeq }
}

/** The way that the agent chose; what the contact writes by another after `lastSeq` ends it. */
export function choose(draft, line, lastSeq) {
  return { ...(draft ?? BLANK), way: { line, saw: lastSeq } }
}

/** An answer that the server did not take comes back, before what was written since. */
export function giveBack(draft, text) {
  const was = draft ?? BLANK
  return { ...was, mode: 'message', message: [text, was.message].filter(Boolean).join('\n') }
}

export const anyWritten = drafts => Object.values(drafts).some(draft => draft.message.trim() || draft.note.trim())
