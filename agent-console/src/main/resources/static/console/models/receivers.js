const rank = ({ available, reachable }) => (available ? 0 : reachable ? 1 : 2)

/** To whom a conversation can go: those who take contacts first, the least busy before the others, and last who is not here. */
export function receivers(colleagues) {
  return colleagues
    .map(colleague => {
      const reachable = colleague.available || colleague.here !== false
      return { ...colleague, reachable, state: colleague.available ? 'available' : reachable ? 'away' : 'notHere' }
    })
    .sort((one, other) => rank(one) - rank(other) || (one.conversations ?? 0) - (other.conversations ?? 0))
}
