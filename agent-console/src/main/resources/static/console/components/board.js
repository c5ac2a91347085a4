import { SECTIONS } from '../models/board.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { BoardRow } from './board-row.js'
import { Icon } from './icons.js'

const EMPTY = { waiting: 'emptyWaiting', promised: 'emptyPromised', mine: 'emptyMine', withBot: 'emptyWithBot' }

/** Who waits, what was promised, what is mine, what the bot does. */
export function Board({ board, collapsed, onToggle, ...rest }) {
  const { words } = useWords()
  const total = part => Math.max(board.totals?.[part] ?? 0, board[part].length)
  return SECTIONS.map(part => html`<section key=${part} class=${`part part-${part}`}>
    <h2><button type="button" aria-expanded=${String(!collapsed[part])} onClick=${() => onToggle(part)}>
      <${Icon} name="down" size=${14} /><span class="grow">${words[part]}</span>
      <span class=${total(part) > 0 ? 'count some' : 'count'}>${total(part)}</span></button></h2>
    ${!collapsed[part] && (board[part].length === 0 ? html`<p class="empty">${words[EMPTY[part]]}</p>` : html`
      <ul>${board[part].map(row => html`<${BoardRow} key=${row.id} row=${row} part=${part} ...${rest} />`)}</ul>
      ${total(part) > board[part].length && html`<p class="empty">${words.more(total(part) - board[part].length)}</p>`}`)}
  </section>`)
}
