/** The files for an agent's next answer: on their way to the server, there, or refused. */
export const going = (list, key, file) => [...(list ?? []), { key, file, name: file.name, size: file.size, mediaType: file.type, state: 'going' }]

const change = (list, key, patch) => (list ?? []).map(item => (item.key === key ? { ...item, ...patch } : item))

export const arrived = (list, key, attachment) => change(list, key, { state: 'there', attachment })
export const refused = (list, key, problem) => change(list, key, { state: 'refused', problem })
export const again = (list, key) => change(list, key, { state: 'going', problem: undefined })
export const without = (list, key) => (list ?? []).filter(item => item.key !== key)

export const busy = list => (list ?? []).some(({ state }) => state === 'going')
export const ready = list => (list ?? []).filter(({ state }) => state === 'there').map(({ attachment }) => attachment)

/** What the server did not take with an answer is there for the next one. */
export const back = (list, files) => [...files.map(file => ({ key: file.id, name: file.name, size: file.size, mediaType: file.mediaType, state: 'there', attachment: file })), ...(list ?? [])]

/** What was refused stays and says so. */
export const left = list => (list ?? []).filter(({ state }) => state !== 'there')

/** Whether trying again can help. */
export const passing = problem => !['file_too_big', 'file_kind', 'file_empty', 'file_limit'].includes(problem)

export const isPicture = ({ mediaType }) => /^image\/(png|jpeg|gif|webp)$/.test(mediaType)

/** In units of a thousand, as systems count. */
export function sizeText(bytes, language) {
  const [value, unit] = bytes < 1_000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(value)
}
