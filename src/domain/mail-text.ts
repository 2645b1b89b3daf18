import type { ReminderKind } from './mail-kind.ts'
import { type Problem, problem } from './problems.ts'

/** What a text may name; each is put in for the person who reads it. */
export const MAIL_FIELDS = ['name', 'unit', 'campaign', 'topics', 'dueAt', 'closesAt'] as const
export type MailField = (typeof MAIL_FIELDS)[number]

/**
 * A campaign's own words for one kind of mail; what is not given is as usual. What the mail is there for, the topics that
 * are missing, the reader's own due date and his way in, stands between them whatever they say.
 */
export interface MailText {
  readonly subject?: string | undefined
  readonly opening?: string | undefined
  readonly closing?: string | undefined
}
export const MAIL_TEXT_PARTS = [
  'subject',
  'opening',
  'closing',
] as const satisfies readonly (keyof MailText)[]

export const MAIL_LANGUAGES = ['vi', 'en'] as const
export type MailLanguage = (typeof MAIL_LANGUAGES)[number]

export type MailTexts = {
  readonly [K in ReminderKind]?: { readonly [L in MailLanguage]?: MailText | undefined }
}

/** What a mail says where the campaign says nothing: of the same fields, and read from files. */
export type WholeMailText = { readonly [P in keyof MailText]-?: string }
export type UsualTexts = Readonly<Record<ReminderKind, Readonly<Record<MailLanguage, WholeMailText>>>>

const isField = (name: string): name is MailField => MAIL_FIELDS.some(field => field === name)

/** `{…}` or a brace that stands alone. */
const BRACES = /\{([^{}]*)\}|[{}]/g

/** Every reason why this text cannot be filled in. */
export const checkMailText = (text: string, at: string): readonly Problem[] =>
  [...text.matchAll(BRACES)].flatMap(({ 0: found, 1: name }) => {
    if (name === undefined) return [problem('mail-field-malformed', { brace: found }, at)]
    const known = MAIL_FIELDS.map(field => `{${field}}`)
    return isField(name) ? [] : [problem('mail-field-not-known', { field: found, known }, at)]
  })

/** The text for its reader; one that was checked. */
export const fillMailText = (text: string, values: Readonly<Record<MailField, string>>): string =>
  text.replaceAll(BRACES, (found, name: string | undefined) =>
    name !== undefined && isField(name) ? values[name] : found,
  )

/** The texts with this one in its place; what says nothing is left out. */
export const withMailText = (
  texts: MailTexts,
  kind: ReminderKind,
  language: MailLanguage,
  text: MailText,
): MailTexts => {
  const { [kind]: before, ...others } = texts
  const { [language]: _replaced, ...otherLanguages } = before ?? {}
  const said = Object.fromEntries(Object.entries(text).filter(([, part]) => part !== undefined))
  const after = Object.keys(said).length === 0 ? otherLanguages : { ...otherLanguages, [language]: said }
  return Object.keys(after).length === 0 ? others : { ...others, [kind]: after }
}

/** Every reason why these texts cannot be those of a campaign, each at its place. */
export const checkMailTexts = (texts: MailTexts, at: string): readonly Problem[] =>
  Object.entries(texts).flatMap(([kind, languages]) =>
    Object.entries(languages ?? {}).flatMap(([language, text]) =>
      MAIL_TEXT_PARTS.flatMap(part => checkMailText(text?.[part] ?? '', `${at}/${kind}/${language}/${part}`)),
    ),
  )
