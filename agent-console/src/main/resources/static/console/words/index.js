import { createContext, useContext } from '../vendor/htm-preact-standalone.js'
import { keep, kept } from '../lib/memory.js'
import de from './de.js'
import en from './en.js'

export const LANGUAGES = { de, en }
export const LANGUAGE_NAMES = { de: 'Deutsch', en: 'English' }

/** The agent's own choice, else the first language of the browser that we speak. */
export function preferredLanguage(browser = navigator.languages ?? [navigator.language]) {
  const chosen = kept('language')
  if (Object.hasOwn(LANGUAGES, chosen ?? '')) return chosen
  return browser.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => Object.hasOwn(LANGUAGES, tag)) ?? 'en'
}

export const keepLanguage = language => keep('language', language)

/** A table's word for a key, or the fallback when the table is younger than the server. */
export const wordFor = (table, key, fallback = key) => (Object.hasOwn(table, key ?? '') ? table[key] : fallback)

export const WordsContext = createContext({ words: en, language: 'en' })
export const useWords = () => useContext(WordsContext)
