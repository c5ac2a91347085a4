import { snippets } from '../../models/connect.js'
import { html } from '../../vendor/htm-preact-standalone.js'
import { wordFor } from '../../words/index.js'
import { Copied } from './copied.js'

/** How clients come to a line that they visit: what to copy, and where to. */
export function Connect({ line, overview, says }) {
  const how = wordFor(says.connecting, `${line.channel}.${line.line}`, null) ?? wordFor(says.connecting, line.channel, '')
  return html`<section class="line-card"><h3>${says.connectTitle}</h3>
    <p class="fine">${how}</p>
    ${snippets(line, overview.address).map(([label, text]) => html`<${Copied} key=${label} label=${says.snippets[label]} text=${text} block=${text.includes('\n') || label === 'embed'} says=${says} />`)}
    ${!overview.callable && html`<p class="fine">${says.localAddress(overview.address)}</p>`}
  </section>`
}
