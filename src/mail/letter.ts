import type { MailLanguage } from '../domain/mail-text.ts'
import type { Mail } from '../ports/mailer.ts'

export type { MailLanguage }

/** A paragraph, a list, or a link with the words that carry it; `isButton`: what the letter is about. */
export type Part =
  | string
  | readonly string[]
  | { readonly href: string; readonly label: string; readonly isButton?: true }

export type Letter = Pick<Mail, 'subject' | 'text' | 'html'>

const WORDS = {
  vi: {
    greeting: (name: string) => `Kính gửi đồng chí ${name},`,
    foot: 'Thư do hệ thống Thu Hoạch gửi tự động, đồng chí không cần trả lời.',
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    foot: 'Sent by the Thu Hoạch system by itself; there is no need to answer.',
  },
} as const satisfies Record<MailLanguage, object>

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, char => ENTITIES[char] ?? '')

/** Of a receipt: read aloud and typed as one, so it stays on one line. */
const CODE = /\bTH(?:-[A-Z0-9]{4}){3}\b/g
const shown = (text: string): string =>
  escape(text).replaceAll(CODE, code => `<span style="white-space:nowrap">${code}</span>`)

const textOf = (part: Part): string => {
  if (typeof part === 'string') return part
  return 'href' in part ? `${part.label}: ${part.href}` : part.map(item => `- ${item}`).join('\n')
}

/** Said at the element: many mail programs drop what stands in the head. */
const BUTTON =
  'display:inline-block;background:#0b4f9e;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;font-weight:600'

const LINK = 'color:#0b4f9e'
const RULE = 'border:0;border-top:1px solid #c9ced8;margin:24px 0 0'

const htmlOf = (part: Part): string => {
  if (typeof part === 'string') return `<p>${shown(part)}</p>`
  if (!('href' in part)) return `<ul>${part.map(item => `<li>${shown(item)}</li>`).join('')}</ul>`
  const look = part.isButton === true ? `style="${BUTTON}"` : `class="link" style="${LINK}"`
  return `<p><a href="${escape(part.href)}" ${look}>${escape(part.label)}</a></p>`
}

/** For programs that have a dark mode: they keep these colours instead of making up their own. */
const DARK =
  '@media (prefers-color-scheme:dark){body{background:#14181f!important;color:#e6e9ef!important}.foot{color:#a3abba!important}hr{border-color:#3a4250!important}.link{color:#9cc4f5!important}}'

/** The one layout of every mail: plain parts → the same words as text and as HTML. */
export const letter = (
  subject: string,
  name: string,
  parts: readonly Part[],
  language: MailLanguage = 'vi',
): Letter => {
  const { greeting, foot } = WORDS[language]
  const all = [greeting(name), ...parts]
  return {
    subject,
    text: `${[...all.map(textOf), `--\n${foot}`].join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width,initial-scale=1">',
      '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
      `<title>${escape(subject)}</title><style>${DARK}</style></head>`,
      '<body style="font:16px/1.5 sans-serif;color:#1d2433;max-width:40em;margin:0 auto;padding:16px;overflow-wrap:anywhere">',
      ...all.map(htmlOf),
      `<hr style="${RULE}"><p class="foot" style="color:#5b6472;font-size:14px">${escape(foot)}</p>`,
      '</body></html>',
    ].join('\n'),
  }
}
