import { JOBS, type JobName, type JobPayload } from '../src/jobs/definitions.ts'
import type { Ports } from '../src/ports/index.ts'

/** What is done for the data of a job. */
export type Processor = (ports: Ports, data: unknown, now: Date) => Promise<void>

/** A job's definition and a command → its processor. Data that is no payload of the job fails it. */
export const processor =
  <N extends JobName>(
    name: N,
    command: (ports: Ports, payload: JobPayload<N>, now: Date) => Promise<void>,
  ): Processor =>
  async (ports, data, now) =>
    command(ports, JOBS[name].payload.parse(data) as JobPayload<N>, now)
