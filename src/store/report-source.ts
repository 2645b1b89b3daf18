import type { ClientSession, Connection } from 'mongoose'
import type { PastEnrolment, PastVersion } from '../domain/as-of.ts'
import type { ReportSource } from '../ports/reports.ts'
import type { Models } from './models/index.ts'
import type { VersionDoc } from './models/version.ts'

const BATCH = 500

type PastEnrolmentDoc = Omit<PastEnrolment, 'id'> & { _id: string }
type PastVersionDoc = Omit<PastVersion, 'paper'> & Pick<VersionDoc, 'paper'> & { enrolment: string }

const ENROLMENT_FIELDS = {
  person: 1,
  unit: 1,
  stays: 1,
  posts: 1,
  exemption: 1,
  pastExemptions: 1,
  enrolledAt: 1,
}
const VERSION_FIELDS = {
  _id: 0,
  enrolment: 1,
  topic: 1,
  number: 1,
  file: 1,
  bound: 1,
  paper: 1,
  receivedAt: 1,
  late: 1,
  receipt: 1,
  onBehalf: 1,
  withdrawnAt: 1,
  reviews: 1,
}

export const reportSource = (connection: Connection, { enrolments, versions }: Models): ReportSource => {
  const withVersions = async (batch: readonly PastEnrolmentDoc[], cutoff: Date, session: ClientSession) => {
    const docs = await versions
      .find(
        { enrolment: { $in: batch.map(({ _id: id }) => id) }, receivedAt: { $lte: cutoff } },
        VERSION_FIELDS,
      )
      .session(session)
      .lean<PastVersionDoc[]>()
    const byEnrolment = new Map<string, PastVersion[]>(batch.map(({ _id: id }) => [id, []]))
    for (const { enrolment, paper = null, ...version } of docs)
      byEnrolment.get(enrolment)?.push({ ...version, paper })
    return batch.map(({ _id, ...enrolment }) => ({
      enrolment: { ...enrolment, id: _id },
      versions: byEnrolment.get(_id) ?? [],
    }))
  }

  return {
    async *read(campaign, units, cutoff) {
      // One moment for all that is read, so that nobody who moves meanwhile is seen twice or not at all.
      const session = connection.getClient().startSession({ snapshot: true })
      try {
        const cursor = enrolments
          .find({ campaign, 'stays.unit': { $in: [...units] } }, ENROLMENT_FIELDS)
          .session(session)
          .lean<PastEnrolmentDoc>()
          .cursor({ batchSize: BATCH })
        let batch: PastEnrolmentDoc[] = []
        for await (const doc of cursor) {
          batch.push(doc)
          if (batch.length < BATCH) continue
          yield await withVersions(batch, cutoff, session)
          batch = []
        }
        if (batch.length > 0) yield await withVersions(batch, cutoff, session)
      } finally {
        await session.endSession()
      }
    },
  }
}
