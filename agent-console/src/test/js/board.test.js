import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrange, arrivals, attention, findRow, goalState, isOverdue, neighbour, unread, visibleRows } from '../../main/resources/static/console/models/board.js'

const row = (id, fields) => ({ id, lastSeq: 10, unread: 0, ...fields })
const board = arrange({
  waiting: [row('w2', { since: '2026-01-01T10:05:00Z' }), row('w1', { since: '2026-01-01T10:00:00Z' })],
  promised: [row('p2', { due: '2026-01-01T15:00:00Z' }), row('p1', { due: '2026-01-01T12:00:00Z' })],
  mine: [row('m1', { since: '2026-01-01T09:00:00Z', unread: 2, lastAuthor: 'contact' }), row('m2', { since: '2026-01-01T09:30:00Z' })],
  withBot: [row('b1', { since: '2026-01-01T10:00:00Z' }), row('b2', { since: '2026-01-01T11:00:00Z' })],
})
const ids = rows => rows.map(({ id }) => id)

test('who waits longest comes first, and the soonest promise', () => {
  assert.deepEqual(ids(board.waiting), ['w1', 'w2'])
  assert.deepEqual(ids(board.promised), ['p1', 'p2'])
})

test('the newest conversation of the bot comes first', () => assert.deepEqual(ids(board.withBot), ['b2', 'b1']))

test('a board without parts is an empty board', () => {
  const empty = arrange({})
  assert.deepEqual([empty.waiting, empty.mine, empty.colleagues], [[], [], []])
})

test('arranging does not touch the snapshot', () => {
  const raw = Object.freeze({ waiting: Object.freeze([row('b', { since: '2' }), row('a', { since: '1' })]) })
  assert.deepEqual(ids(arrange(raw).waiting), ['a', 'b'])
})

test('the keys walk over what is unfolded and stop at the ends', () => {
  const rows = visibleRows(board, { withBot: true })
  assert.deepEqual(ids(rows), ['w1', 'w2', 'p1', 'p2', 'm1', 'm2'])
  assert.equal(neighbour(rows, 'w2', 1).id, 'p1')
  assert.equal(neighbour(rows, 'w1', -1).id, 'w1')
  assert.equal(neighbour(rows, null, 1).id, 'w1')
  assert.equal(neighbour(rows, 'gone', -1).id, 'm2')
  assert.equal(neighbour([], 'w1', 1), null)
})

test('what this page has read is not unread, whatever an older snapshot says', () => {
  assert.equal(unread(board.mine[0], {}), 2)
  assert.equal(unread(board.mine[0], { m1: 9 }), 2)
  assert.equal(unread(board.mine[0], { m1: 10 }), 0)
})

test('the title counts who waits and which of mine are unread', () => {
  assert.equal(attention(board, {}), 3)
  assert.equal(attention(board, { m1: 10 }), 2)
  assert.equal(attention(null, {}), 0)
})

test('news are those who came since the last snapshot', () => {
  const next = arrange({ waiting: [...board.waiting, row('w3', { since: '2026-01-01T11:00:00Z' })], mine: [{ ...board.mine[0], unread: 3 }] })
  const fresh = arrivals(board, next)
  assert.deepEqual(ids(fresh.waiting), ['w3'])
  assert.deepEqual(ids(fresh.mine), ['m1'])
  assert.deepEqual(arrivals(null, next), { waiting: [], mine: [] })
})

test('a row is found in any part', () => {
  assert.equal(findRow(board, 'p2').id, 'p2')
  assert.equal(findRow(board, 'none'), null)
})

test('a promise is overdue once its time has passed', () => {
  const due = '2026-01-01T12:00:00Z'
  assert.equal(isOverdue(due, Date.parse(due) + 1), true)
  assert.equal(isOverdue(due, Date.parse(due) - 1), false)
  assert.equal(isOverdue(null, 1), false)
})

test('a goal is at risk from its warning on, and missed once it is due', () => {
  const goal = { goal: 'first_answer', warn: '2026-01-01T10:04:00Z', due: '2026-01-01T10:05:00Z' }
  const at = time => goalState(goal, Date.parse(`2026-01-01T${time}Z`))
  assert.deepEqual([at('10:03:59'), at('10:04:00'), at('10:04:59'), at('10:05:00')], ['onTime', 'atRisk', 'atRisk', 'missed'])
  assert.equal(goalState(undefined, 0), 'onTime')
})
