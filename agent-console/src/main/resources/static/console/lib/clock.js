let offset = 0

/** Learns from the server's clock: waiting times must not depend on how this machine's clock is set. */
export function measure(dateHeader, local = Date.now()) {
  const server = Date.parse(dateHeader ?? '')
  if (Number.isNaN(server)) return
  const difference = server + 500 - local
  offset = Math.abs(difference) > 5000 ? difference : 0
}

export const now = () => Date.now() + offset
