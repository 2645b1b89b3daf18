import type { DueWorkCounter } from '../ports/due-work.ts'
import type { Models } from './models/index.ts'

export const dueWorkCounter = ({
  versions,
  notices,
  enrolments,
  retallies,
  waves,
  reports,
}: Models): DueWorkCounter => ({
  async count(now) {
    const queued = { state: 'queued' as const }
    const [
      pendingReceipts,
      dueMails,
      queuedMails,
      staleEnrolments,
      retallyCount,
      unplannedWaves,
      unfinishedReports,
      unboundPhotos,
    ] = await Promise.all([
      versions.countDocuments({ pending: true }),
      notices.countDocuments({ ...queued, tryAt: { $lte: now } }),
      // Any time: the index of those that are queued serves.
      notices.countDocuments({ ...queued, tryAt: { $gte: new Date(0) } }),
      enrolments.countDocuments({ recount: { $exists: true } }).hint({ recount: 1 }),
      retallies.countDocuments(),
      waves.countDocuments({ planned: false }),
      reports.countDocuments({ underWay: true }),
      versions.countDocuments({ unbound: true }),
    ])
    return {
      pendingReceipts,
      dueMails,
      queuedMails,
      staleEnrolments,
      retallies: retallyCount,
      unplannedWaves,
      unfinishedReports,
      unboundPhotos,
    }
  },
})
