const KEYS = { j: 'next', k: 'previous', ArrowDown: 'next', ArrowUp: 'previous', c: 'claim', r: 'resolve', n: 'note', a: 'answer', t: 'transfer', b: 'return', '?': 'help' }

/** What a key press means, or null. Letters count only outside of fields; arrows only where nothing scrolls by them. */
export function meaning({ key, ctrlKey, metaKey, altKey, isComposing }, { inField, inDialog, scrolls, enabled }) {
  if (ctrlKey || metaKey || altKey || isComposing || inField || inDialog || !enabled) return null
  if (key.startsWith('Arrow') && scrolls) return null
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null
}
