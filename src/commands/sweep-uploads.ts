import type { Ports } from '../ports/index.ts'

/** Removes what broken uploads left behind. Answers how many of them there were. */
export const sweepUploads =
  ({ essayFiles }: Pick<Ports, 'essayFiles'>) =>
  async (now: Date): Promise<number> =>
    essayFiles.sweep(now)
