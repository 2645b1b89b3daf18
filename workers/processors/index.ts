import type { JobName } from '../../src/jobs/definitions.ts'
import type { Ports } from '../../src/ports/index.ts'
import type { Processor } from '../processor.ts'
import { bindPhotos } from './bind-photos.ts'
import { compileBatchedReport, compileReport } from './compile-report.ts'
import { importRoster } from './import-roster.ts'
import { planWave } from './plan-wave.ts'
import { readText } from './read-text.ts'
import { sendAnswers, sendMessages, sendReminders } from './send-due.ts'
import { startWave } from './start-wave.ts'
import { workGathering } from './work-gathering.ts'

const PROCESSORS: Readonly<Record<JobName, Processor>> = {
  'start-wave': startWave,
  'plan-wave': planWave,
  'bind-photos': bindPhotos,
  'compile-report': compileReport,
  'compile-batched-report': compileBatchedReport,
  'read-text': readText,
  'import-roster': importRoster,
  'work-gathering': workGathering,
  'send-answers': sendAnswers,
  'send-messages': sendMessages,
  'send-reminders': sendReminders,
}

const isJobName = (name: string): name is JobName => Object.hasOwn(PROCESSORS, name)

/** Does a job as it came out of the queue. A job of another release that is not known here fails. */
export const processJob = async (
  ports: Ports,
  { name, data }: { readonly name: string; readonly data: unknown },
): Promise<void> => {
  if (!isJobName(name)) throw new Error(`no processor for the job ${name}`)
  await PROCESSORS[name](ports, data, ports.clock.now())
}
