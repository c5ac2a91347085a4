/** A draft keeps message and note apart, so that words meant for colleagues never slip into an answer. */
export const BLANK = Object.freeze({ mode: 'message', message: '', note: '', saw: null })

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

export const anyWritten = drafts => Object.values(drafts).some(draft => draft.message.trim() || draft.note.trim())
