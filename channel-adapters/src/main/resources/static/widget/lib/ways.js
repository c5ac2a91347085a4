/** Addresses of other lines on which this conversation goes on. Rejects when there are none now. */
export async function issueWays(server, token, language) {
  const response = await fetch(`${server.replace(/\/+$/, '')}/chat/ways`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': language },
    credentials: 'omit',
  })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return response.json()
}
