/** Trying again helps only where the server or the line was the trouble. */
const LASTING = ['file_too_big', 'file_kind', 'file_empty', 'file_limit', 'file_most']

/** The files for the next message: on their way to the server, there, or not taken. */
export class Tray {
  items = []
  #key = 0

  /** Those that are still to be brought. */
  add(files, limits) {
    return files.map(file => {
      const item = { key: ++this.#key, file, name: file.name, size: file.size, state: 'going', progress: 0 }
      const problem = this.#problem(file, limits)
      if (problem) Object.assign(item, { state: 'refused', problem })
      this.items = [...this.items, item]
      return item
    }).filter(({ state }) => state === 'going')
  }

  moved(item, progress) {
    item.progress = progress
  }

  arrived(item, attachment) {
    Object.assign(item, { state: 'there', attachment })
  }

  refused(item, problem) {
    Object.assign(item, { state: 'refused', problem })
  }

  again(item) {
    Object.assign(item, { state: 'going', progress: 0, problem: undefined })
  }

  remove(key) {
    this.items = this.items.filter(item => item.key !== key)
  }

  /** Something to send, and nothing still on its way. */
  get ready() {
    return this.#in('there').length > 0 && !this.busy
  }

  get busy() {
    return this.#in('going').length > 0
  }

  /** For the message; what was not taken stays and says so. */
  take() {
    const attachments = this.#in('there').map(({ attachment }) => attachment)
    this.items = this.#in('refused')
    return attachments
  }

  #problem({ size }, { most, longest }) {
    if (this.items.filter(({ state }) => state !== 'refused').length >= most) return 'file_most'
    if (size === 0) return 'file_empty'
    return size > longest ? 'file_too_big' : undefined
  }

  #in(state) {
    return this.items.filter(item => item.state === state)
  }
}

export const mayTryAgain = problem => !LASTING.includes(problem)

export const isPicture = ({ mediaType }) => /^image\/(png|jpeg|gif|webp)$/.test(mediaType)

/** In units of a thousand, as shops and systems count. */
export function sizeText(bytes, { locale }) {
  const [value, unit] = bytes < 1_000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(value)
}

export function problemText(problem, words, { most, longest }) {
  const say = words.problems[problem] ?? words.problems.other
  return typeof say === 'function' ? say(problem === 'file_most' ? most : sizeText(longest, words)) : say
}
