import { writeFileSync } from 'node:fs'
import Mocha, { type MochaOptions, type Runner } from 'mocha'

/** What a run of mocha came to, as `npm test` reads it. */
export interface Count {
  passed: number
  failed: number
  skipped: number
  /** false: mocha was cut off. */
  ended: boolean
}

/** After the last test, the servers of the run are stopped; then nothing is left to do. */
const LINGER_MS = 30_000

/** The usual output, and the count in the file that `COUNT_FILE` names, also where the run breaks off. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options)
    const file = process.env['COUNT_FILE']
    if (file === undefined) throw new Error('COUNT_FILE names no file')
    const count: Count = { passed: 0, failed: 0, skipped: 0, ended: false }
    const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } = Mocha.Runner.constants
    runner.on(EVENT_TEST_PASS, () => (count.passed += 1))
    runner.on(EVENT_TEST_FAIL, () => (count.failed += 1))
    runner.on(EVENT_TEST_PENDING, () => (count.skipped += 1))
    runner.on(EVENT_RUN_END, () => {
      count.ended = true
      const giveUp = setTimeout(() => {
        count.failed += 1
        process.stderr.write(
          `Still at work after the last test: ${process.getActiveResourcesInfo().join(', ')}\n`,
        )
        process.exit(1)
      }, LINGER_MS)
      giveUp.unref()
    })
    process.on('exit', () => writeFileSync(file, JSON.stringify(count)))
  }
}
