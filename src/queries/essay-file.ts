import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { EssayFile, EssayVersion } from '../domain/essay.ts'
import type { Actor } from '../domain/permission.ts'
import { readingFile } from '../domain/photos.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type EnrolmentRef, findEnrolment } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

export interface AskedFile {
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentRef
  readonly topic: TopicCode
  readonly version: number
  /** One photo as it was handed in, from 1; none: what is read, which of photos is their PDF. */
  readonly photo?: number
}

/** What is asked for lies in the file with this id, from `start` on. */
export type FoundFile = EssayFile & { readonly start: number }

const wanted = (version: EssayVersion, photo: number | undefined): Result<FoundFile> => {
  const { file } = version
  // Of what came on paper there is nothing to download.
  if (file === null) return refuse(problem('not-found'))
  if (photo === undefined) {
    const read = readingFile(version)
    return read === null ? refuse(problem('photos-not-bound')) : ok({ ...read, start: 0 })
  }
  const page = file.pages?.[photo - 1]
  return page === undefined ? refuse(problem('not-found')) : ok({ ...page, id: file.id })
}

/** The file of one version, for download; every asking for it is audited. */
export const getEssayFile =
  ({ enrolments, essays, audit }: Pick<Ports, 'enrolments' | 'essays' | 'audit'>) =>
  async (actor: Actor, asked: AskedFile, now: Date): Promise<Result<FoundFile>> => {
    const { campaign, topic, photo } = asked
    const enrolment = await findEnrolment(enrolments, actor, 'see-enrolment', campaign, asked.enrolment)
    const version = enrolment && (await essays.find(enrolment.id, topic, asked.version))
    if (enrolment === null || version === null) return refuse(problem('not-found'))
    const found = wanted(version, photo)
    if (!found.ok) return found
    await audit.write({
      actor,
      action: 'essay.downloaded',
      target: `enrolment:${enrolment.id}`,
      path: enrolment.path,
      at: now,
      details: { topic, version: version.number, ...(photo === undefined ? {} : { photo }) },
    })
    return found
  }
