/** How long to wait before the next attempt: anywhere up to a doubling limit, so that a thousand pages do not return at once. */
export function pause(attempt, random = Math.random, { base = 800, longest = 30_000 } = {}) {
  return Math.round(random() * Math.min(longest, base * 2 ** Math.min(attempt, 16)))
}

/** The server said when to come back: not earlier, and spread over half as long again. */
export function pauseAfterBye(retryAfter, random = Math.random) {
  const ms = Math.max(0, Number(retryAfter) || 0) * 1000
  return Math.round(ms + random() * Math.max(500, ms / 2))
}
