let queued = ''
let timer = 0

/** Says something to a screen reader, politely; a burst becomes its last sentence. */
export function announce(text) {
  queued = text
  clearTimeout(timer)
  timer = setTimeout(() => {
    const region = document.getElementById('announcer')
    if (region) region.textContent = queued
  }, 600)
}
