import { readFile } from 'node:fs/promises'
import type { ReminderKind } from '../domain/mail-kind.ts'
import { checkMailText, type MailLanguage, type UsualTexts, type WholeMailText } from '../domain/mail-text.ts'

const TEMPLATE = /^(\S.*)\n\n([\s\S]*)\n---\n([\s\S]*)$/

/** The subject in the first line, the paragraphs that open the mail, `---`, those that close it. */
export const parseTemplate = (file: string, name: string): WholeMailText => {
  const text = file.normalize('NFC')
  const [whole, subject = '', opening = '', closing = ''] = TEMPLATE.exec(text) ?? []
  if (whole === undefined)
    throw new Error(`${name}: a subject, an empty line, an opening, "---" and a closing are wanted`)
  const wrong = checkMailText(text, name).map(({ details }) => details['field'] ?? details['brace'])
  if (wrong.length > 0) throw new Error(`${name}: ${wrong.join(', ')} cannot be put in`)
  return { subject, opening: opening.trim(), closing: closing.trim() }
}

const read = async (kind: ReminderKind, language: MailLanguage): Promise<WholeMailText> => {
  const name = `${kind}.${language}.txt`
  return parseTemplate(await readFile(new URL(`templates/${name}`, import.meta.url), 'utf8'), name)
}

const inBoth = async (kind: ReminderKind): Promise<UsualTexts[ReminderKind]> => ({
  vi: await read(kind, 'vi'),
  en: await read(kind, 'en'),
})

/** The words of mails where a campaign has none of its own; throws where a file cannot be filled in. */
export const readTemplates = async (): Promise<UsualTexts> => ({
  invitation: await inBoth('invitation'),
  'before-due': await inBoth('before-due'),
  'due-day': await inBoth('due-day'),
  'after-due': await inBoth('after-due'),
  'last-call': await inBoth('last-call'),
})
