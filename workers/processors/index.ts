import { JOBS, type JobName, type JobPayload } from '../../src/jobs/definitions.ts'
import type { Ports } from '../../src/ports/index.ts'
import type { Processor } from '../processor.ts'
import { compileReport } from './compile-report.ts'
import { planWave } from './plan-wave.ts'
import { sendNotice } from './send-notice.ts'
import { startWave } from './start-wave.ts'

const PROCESSORS: { readonly [N in JobName]: Processor<N> } = {
  'start-wave': startWave,
  'plan-wave': planWave,
  'compile-report': compileReport,
  'send-receipt': sendNotice,
  'send-reminder': sendNotice,
}

const isJobName = (name: string): name is JobName => Object.hasOwn(PROCESSORS, name)

const run = async <N extends JobName>(ports: Ports, name: N, data: unknown): Promise<void> =>
  PROCESSORS[name](ports)(JOBS[name].payload.parse(data) as JobPayload<N>, ports.clock.now())

/** Does a job as it came out of the queue. A job of another release that is not known here fails. */
export const process = async (ports: Ports, job: { readonly name: string; readonly data: unknown }) => {
  if (!isJobName(job.name)) throw new Error(`no processor for the job ${job.name}`)
  await run(ports, job.name, job.data)
}
