const STARTTLS = 587 // the others speak TLS from the first byte

/** Mail providers whose servers we know for sure. `needs`: what people must do there before a program may log in. */
export const PROVIDERS = [
  { id: 'gmail', name: 'Gmail', domains: ['gmail.com', 'googlemail.com'], imap: ['imap.gmail.com', 993], smtp: ['smtp.gmail.com', 465], needs: 'app' },
  { id: 'microsoft', name: 'Microsoft 365', domains: ['onmicrosoft.com'], imap: ['outlook.office365.com', 993], smtp: ['smtp.office365.com', 587], needs: 'oauth' },
  { id: 'outlook', name: 'Outlook.com', domains: ['outlook.com', 'outlook.de', 'hotmail.com', 'hotmail.de', 'live.com', 'live.de', 'msn.com'], imap: ['outlook.office365.com', 993], smtp: ['smtp-mail.outlook.com', 587], needs: 'oauth' },
  { id: 'gmx', name: 'GMX', domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'], imap: ['imap.gmx.net', 993], smtp: ['mail.gmx.net', 587], needs: 'enable' },
  { id: 'webde', name: 'WEB.DE', domains: ['web.de'], imap: ['imap.web.de', 993], smtp: ['smtp.web.de', 587], needs: 'enable' },
  { id: 'ionos', name: 'IONOS', domains: ['online.de', 'onlinehome.de'], imap: ['imap.ionos.de', 993], smtp: ['smtp.ionos.de', 465] },
  { id: 'strato', name: 'STRATO', domains: [], imap: ['imap.strato.de', 993], smtp: ['smtp.strato.de', 465] },
  { id: 'tonline', name: 'T-Online', domains: ['t-online.de', 'magenta.de'], imap: ['secureimap.t-online.de', 993], smtp: ['securesmtp.t-online.de', 465], needs: 'own' },
  { id: 'mailbox', name: 'mailbox.org', domains: ['mailbox.org'], imap: ['imap.mailbox.org', 993], smtp: ['smtp.mailbox.org', 465] },
  { id: 'posteo', name: 'Posteo', domains: ['posteo.de', 'posteo.net', 'posteo.org', 'posteo.eu'], imap: ['posteo.de', 993], smtp: ['posteo.de', 465] },
  { id: 'icloud', name: 'iCloud', domains: ['icloud.com', 'me.com', 'mac.com'], imap: ['imap.mail.me.com', 993], smtp: ['smtp.mail.me.com', 587], needs: 'app' },
  { id: 'yahoo', name: 'Yahoo', domains: ['yahoo.com', 'yahoo.de', 'ymail.com'], imap: ['imap.mail.yahoo.com', 993], smtp: ['smtp.mail.yahoo.com', 465], needs: 'app' },
]

const at = (protocol, [host, port]) => `${protocol}${port === STARTTLS ? '' : 's'}://${host}:${port}`

/** The settings of a provider's servers. */
export const serversOf = provider => ({ imap: at('imap', provider.imap), smtp: at('smtp', provider.smtp) })

/** Whose mailbox this is, as far as the address tells; null for a company's own domain. */
export function providerOf(address) {
  const domain = address.slice(address.lastIndexOf('@') + 1).trim().toLowerCase()
  return PROVIDERS.find(({ domains }) => domains.some(one => domain === one || (one === 'onmicrosoft.com' && domain.endsWith(`.${one}`)))) ?? null
}

/** The provider whose servers are told, whatever the address says. */
export const providerTold = values => PROVIDERS.find(one => serversOf(one).imap === values.imap && serversOf(one).smtp === values.smtp) ?? null

function proposal(address) {
  const provider = address.includes('@') ? providerOf(address) : null
  return { user: address.trim(), ...(provider ? serversOf(provider) : { imap: '', smtp: '' }) }
}

/** The values when the address changes: what we proposed follows it, what people have written stays. */
export function withAddress(values, address) {
  const before = proposal(values.address ?? '')
  const now = proposal(address)
  const next = { ...values, address }
  for (const name of ['user', 'imap', 'smtp']) if ((values[name] ?? '') === '' || values[name] === before[name]) next[name] = now[name]
  return next
}
