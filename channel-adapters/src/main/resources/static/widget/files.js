import { STYLE, fileView, trayView } from './components/files.js'
import { Files } from './lib/files.js'
import { Tray } from './models/files.js'
import WORDS from './words/files.js'

const saying = words => ({ ...words, ...WORDS[words.locale.slice(0, 2)] })

/** Files to send and to see. Loaded with the first of them. */
export function filing({ server, token, limits, changed }) {
  const tray = new Tray()
  const files = new Files(server, token)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)

  function bring(item) {
    files.bring(item.file, progress => { tray.moved(item, progress); changed() })
      .then(attachment => tray.arrived(item, attachment), code => tray.refused(item, code)).then(changed)
  }

  function again(key) {
    const item = tray.items.find(one => one.key === key)
    tray.again(item)
    bring(item)
    changed()
  }

  return {
    sheet,
    tray,
    add(chosen) { tray.add(chosen, limits()).forEach(bring); changed() },
    fileView: (file, words) => fileView(file, { words: saying(words), load: one => files.load(one) }),
    trayView: (words, onLeft) => trayView({ words: saying(words), onAgain: again, onRemove(key) { onLeft(); tray.remove(key); changed() } }),
  }
}
