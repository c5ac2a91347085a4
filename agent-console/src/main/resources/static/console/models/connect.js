/** What is copied to connect clients to a line, as [label, text]; nothing for a line that others call. */
export function snippets(line, address) {
  switch (line.channel) {
    case 'web': return [['embed', `<script type="module" src="${address}/widget/direktdraht-chat.js"></script>`]]
    case 'directline': return directLine(`${address}/v3/directline`)
    case 'rasa': return rasa(line.line, address)
    default: return []
  }
}

function directLine(domain) {
  return [
    ['domain', domain],
    ['server', `curl -X POST ${domain}/tokens/generate \\
  -H "Authorization: Bearer $DIRECTLINE_SECRET" \\
  -H 'Content-Type: application/json' \\
  -d '{"user":{"id":"dl_4711","name":"Eva"}}'`],
    ['page', `const domain = '${domain}'
const directLine = WebChat.createDirectLine({ token, domain })
WebChat.renderWebChat({ directLine }, document.getElementById('chat'))`],
  ]
}

function rasa(line, address) {
  if (line === 'socketio') {
    return [['page', `const socket = io('${address}')
socket.on('connect', () =>
  socket.emit('session_request', { session_id: localStorage.session ?? null }))
socket.on('session_confirm', id => { localStorage.session = id })
socket.on('bot_uttered', message => show(message))
socket.emit('user_uttered', { message: 'Hallo', session_id: localStorage.session })`]]
  }
  const webhook = `${address}/webhooks/${line}/webhook`
  return [
    ['webhook', webhook],
    ['server', `curl -X POST ${webhook} \\
  -H "Authorization: Bearer $RASA_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"sender":"visitor-4711","message":"Hallo"}'`],
  ]
}
