import type { Ports } from '../ports/index.ts'

/** Removes the files of compilations that were killed, failed or cancelled; answers how many. */
export const sweepReports =
  ({ reports, reportFiles }: Pick<Ports, 'reports' | 'reportFiles'>) =>
  async (now: Date): Promise<number> => {
    const leftovers = await reports.leftovers(now)
    for (const { report, fileId } of leftovers) {
      await reportFiles.remove(fileId)
      await reports.forgetDraft(report, fileId)
    }
    return leftovers.length
  }
