import type { JobName, JobPayload } from '../src/jobs/definitions.ts'
import type { Ports } from '../src/ports/index.ts'

/** What is done for a job: its payload → a command. */
export type Processor<N extends JobName> = (
  ports: Ports,
) => (payload: JobPayload<N>, now: Date) => Promise<void>
