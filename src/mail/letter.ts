import type { Mail } from '../ports/mailer.ts'

/** A paragraph, a list, or a link with the words that carry it. */
export type Part = string | readonly string[] | { readonly href: string; readonly label: string }

export type Letter = Pick<Mail, 'subject' | 'text' | 'html'>

const FOOT = 'Thư do hệ thống Thu Hoạch gửi tự động, đồng chí không cần trả lời.'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, char => ENTITIES[char] ?? '')

const textOf = (part: Part): string => {
  if (typeof part === 'string') return part
  return 'href' in part ? `${part.label}: ${part.href}` : part.map(item => `- ${item}`).join('\n')
}

const htmlOf = (part: Part): string => {
  if (typeof part === 'string') return `<p>${escape(part)}</p>`
  if ('href' in part) return `<p><a href="${escape(part.href)}">${escape(part.label)}</a></p>`
  return `<ul>${part.map(item => `<li>${escape(item)}</li>`).join('')}</ul>`
}

/** The one layout of every mail: plain parts → the same words as text and as HTML. */
export const letter = (subject: string, name: string, parts: readonly Part[]): Letter => {
  const greeting = `Kính gửi đồng chí ${name},`
  return {
    subject,
    text: `${[greeting, ...parts.map(textOf), `--\n${FOOT}`].join('\n\n')}\n`,
    html: [
      '<!doctype html><html lang="vi"><head><meta charset="utf-8"></head>',
      '<body style="font:16px/1.5 sans-serif;color:#1d2433;max-width:40em">',
      ...[greeting, ...parts].map(htmlOf),
      `<hr><p style="color:#5b6472;font-size:14px">${escape(FOOT)}</p>`,
      '</body></html>',
    ].join('\n'),
  }
}
