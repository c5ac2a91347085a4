/** The four parts of the board, in the order in which they want attention. */
export const SECTIONS = ['waiting', 'promised', 'mine', 'withBot']

const by = key => (a, b) => (a[key] ?? '').localeCompare(b[key] ?? '') || a.id.localeCompare(b.id)

const ORDER = {
  waiting: by('since'),
  promised: by('due'),
  mine: by('since'), // not by last message: a row must stay where the agent's hand is
  withBot: (a, b) => by('since')(b, a),
}

/** The snapshot with every part present and in order. */
export function arrange(board) {
  const parts = SECTIONS.map(part => [part, [...(board?.[part] ?? [])].sort(ORDER[part])])
  return { colleagues: [], me: { available: false }, ...board, ...Object.fromEntries(parts) }
}

/** All rows the agent can walk through, top to bottom, each conversation once. */
export function visibleRows(board, collapsed) {
  const rows = SECTIONS.filter(part => !collapsed[part]).flatMap(part => board?.[part] ?? [])
  return rows.filter((row, index) => rows.findIndex(other => other.id === row.id) === index)
}

/** The row one step away; from nowhere the first or the last one. */
export function neighbour(rows, id, step) {
  if (rows.length === 0) return null
  const here = rows.findIndex(row => row.id === id)
  if (here < 0) return step > 0 ? rows[0] : rows[rows.length - 1]
  return rows[Math.min(rows.length - 1, Math.max(0, here + step))]
}

export function findRow(board, id) {
  return SECTIONS.flatMap(part => board?.[part] ?? []).find(row => row.id === id) ?? null
}

/** Unread messages; none once this page has read to the end, even before the server has heard of it. */
export function unread(row, seen) {
  return (seen[row.id] ?? 0) >= row.lastSeq ? 0 : row.unread ?? 0
}

/** How many conversations want something from this agent: the number in the page's title. */
export function attention(board, seen) {
  if (!board) return 0
  return Math.max(board.totals?.waiting ?? 0, board.waiting.length) + board.mine.filter(row => unread(row, seen) > 0).length
}

/** What is new from one snapshot to the next: who joined the queue, which of my conversations spoke. */
export function arrivals(before, after) {
  if (!before) return { waiting: [], mine: [] }
  const known = new Set(before.waiting.map(row => row.id))
  const mine = new Map(before.mine.map(row => [row.id, row]))
  return {
    waiting: after.waiting.filter(row => !known.has(row.id)),
    mine: after.mine.filter(row => row.lastAuthor === 'contact' && row.unread > (mine.get(row.id)?.unread ?? 0)),
  }
}

/** How a goal of the desk stands: onTime, atRisk from its warning on, missed once it is due. */
export function goalState(goal, now) {
  if (!goal) return 'onTime'
  if (Date.parse(goal.due) <= now) return 'missed'
  return Date.parse(goal.warn) <= now ? 'atRisk' : 'onTime'
}

export function isOverdue(due, now) {
  return Boolean(due) && Date.parse(due) < now
}
