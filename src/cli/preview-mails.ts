import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sampleMails } from '../commands/sample-mails.ts'
import type { Campaign } from '../domain/campaign.ts'
import { checkCampaign } from '../domain/campaign-rules.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { readCampaign } from '../load/campaign.ts'
import type { Ports } from '../ports/index.ts'
import type { Outcome } from './verb.ts'

interface Asked {
  readonly campaign: string | undefined
  readonly file: string | undefined
  readonly kind: string | undefined
  readonly language: string | undefined
  readonly folder: string | undefined
}

/** From a file that may not be loaded yet, or as it is stored; the newest one where nothing is said. */
const campaignOf = async (
  { campaigns }: Pick<Ports, 'campaigns'>,
  { campaign: code, file }: Pick<Asked, 'campaign' | 'file'>,
): Promise<Result<Campaign>> => {
  if (file !== undefined) {
    const read = await readCampaign(file)
    if (!read.ok) return read
    const [first, ...more] = checkCampaign(read.value)
    return first === undefined ? read : refuse(first, ...more)
  }
  const found = code === undefined ? (await campaigns.all())[0] : await campaigns.find(code)
  return found == null ? refuse(problem('not-found')) : ok(found)
}

/** The mails of a campaign: told as text, or kept as files that a browser shows. */
export const previewMails = async (
  ports: Pick<Ports, 'campaigns' | 'usualTexts' | 'publicUrl'>,
  { kind, language, folder, ...which }: Asked,
): Promise<Result<Outcome>> => {
  const found = await campaignOf(ports, which)
  if (!found.ok) return found
  const campaign = found.value
  if (language !== undefined && language !== 'vi' && language !== 'en')
    return refuse(problem('input-not-valid', { reason: '--language: vi, en' }))
  const spoken = language ?? campaign.reminders.language
  const asked = { ...campaign, reminders: { ...campaign.reminders, language: spoken } }
  const mails = Object.entries(sampleMails(asked, ports))
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
