import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sampleMails } from '../commands/sample-mails.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { Outcome } from './verb.ts'

interface Asked {
  readonly campaign: string | undefined
  readonly kind: string | undefined
  readonly language: string | undefined
  readonly folder: string | undefined
}

/** The mails of a campaign: told as text, or kept as files that a browser shows. */
export const previewMails = async (
  { campaigns, publicUrl }: Pick<Ports, 'campaigns' | 'publicUrl'>,
  { campaign: code, kind, language, folder }: Asked,
): Promise<Result<Outcome>> => {
  const campaign = code === undefined ? (await campaigns.all())[0] : await campaigns.find(code)
  if (campaign === undefined || campaign === null) return refuse(problem('not-found'))
  if (language !== undefined && language !== 'vi' && language !== 'en')
    return refuse(problem('input-not-valid', { reason: '--language: vi, en' }))
  const spoken = language ?? campaign.reminders.language
  const asked = { ...campaign, reminders: { ...campaign.reminders, language: spoken } }
  const mails = Object.entries(sampleMails(asked, publicUrl))
  const chosen = mails.filter(([name]) => kind === undefined || name === kind)
  if (chosen.length === 0) {
    const names = mails.map(([name]) => name).join(', ')
    return refuse(problem('input-not-valid', { reason: `--kind: ${names}` }))
  }
  if (folder === undefined)
    return ok({
      lines: chosen.flatMap(([name, { subject, text }]) => [`=== ${name}`, `Subject: ${subject}`, '', text]),
    })
  await mkdir(folder, { recursive: true })
  const files = chosen.flatMap(([name, { text, html }]) => [
    [`${name}.${spoken}.html`, html] as const,
    [`${name}.${spoken}.txt`, text] as const,
  ])
  await Promise.all(files.map(async ([name, content]) => writeFile(join(folder, name), content)))
  return ok({ lines: files.map(([name]) => join(folder, name)) })
}
