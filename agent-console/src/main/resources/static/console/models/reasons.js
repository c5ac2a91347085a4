const REASONS = {
  de: {
    human_wish: 'Möchte mit einem Menschen sprechen',
    two_strikes: 'Der Bot hat zweimal nicht geholfen',
    emotion: 'Ist verärgert oder besorgt',
    complaint: 'Beschwert sich',
    legal: 'Rechtliches Anliegen',
    safety: 'Sicherheit oder Gesundheit',
    complex: 'Zu viel auf einmal für den Bot',
    vip: 'Wichtiger Kunde, nach eigenen Worten',
    order_value: 'Hoher Bestellwert',
    repeated_contact: 'Schreibt zum wiederholten Mal deswegen',
    language: 'Sprache, die der Bot nicht kann',
    bot_error: 'Der Bot ist ausgefallen',
  },
  en: {
    human_wish: 'Wants to talk to a person',
    two_strikes: 'The bot failed to help twice',
    emotion: 'Is upset or worried',
    complaint: 'Makes a complaint',
    legal: 'Legal matter',
    safety: 'Safety or health',
    complex: 'Too much at once for the bot',
    vip: 'Important customer, in their own words',
    order_value: 'High order value',
    repeated_contact: 'Has written about this before',
    language: 'A language the bot does not speak',
    bot_error: 'The bot broke down',
  },
}

/** Why a conversation came to a person, in words. A rule of the operators that we do not know speaks for itself. */
export function reasonInWords(reason, language) {
  if (!reason) return ''
  const table = REASONS[language] ?? REASONS.en
  return Object.hasOwn(table, reason) ? table[reason] : String(reason)
}

export const KNOWN_REASONS = Object.keys(REASONS.de)
export const REASON_LANGUAGES = REASONS
