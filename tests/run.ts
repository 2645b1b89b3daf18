import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Count } from './support/reporter.ts'

/** `npm test`: everything that must hold. Its last line counts what ran: every check as one, every test as one. */

/** Nothing here takes so long: what does has got stuck. */
const LONGEST_MS = 30 * 60_000
const BIN = new URL('../node_modules/.bin/', import.meta.url).pathname

interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

const CHECKS: readonly Step[] = [
  // Every thread works out the libraries' types anew: one takes half the work of four.
  { name: 'types', command: 'tsc', args: ['--singleThreaded'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: 'biome', args: ['check'] },
  { name: 'unused code', command: 'knip', args: [] },
]

const REPORTER = ['--reporter', './tests/support/reporter.ts']

const UNIT_TESTS: Step = {
  name: 'unit tests',
  command: 'mocha',
  args: ['--config', 'tests/unit.mocharc.json', ...REPORTER, 'tests/unit/**/*.test.ts'],
}

/** Together, each on servers of its own: what waits for leases and kills leaves the cores to the others. */
const ON_SERVERS: readonly Step[] = [
  {
    name: 'tests in a browser',
    command: 'mocha',
    args: [...REPORTER, 'tests/browser/**/*.test.ts'],
  },
  {
    name: 'tests on real servers',
    command: 'mocha',
    args: [...REPORTER, '--ignore', 'tests/{unit,browser,chaos}/**', 'tests/**/*.test.ts'],
  },
  {
    name: 'tests of crashes',
    command: 'mocha',
    args: [...REPORTER, 'tests/chaos/**/*.test.ts'],
  },
]

/** Shown as it comes, each line behind the name of its step, so that several at a time stay readable. */
const show = async (name: string, stream: Readable): Promise<void> => {
  for await (const line of createInterface(stream)) console.log(`${name} │ ${line}`)
}

const run = async ({ name, command, args }: Step, env: NodeJS.ProcessEnv = {}): Promise<boolean> => {
  const start = performance.now()
  const child = spawn(join(BIN, command), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
    // Mocha passes it on to its own child, and tells what it has so far.
    killSignal: 'SIGINT',
    env: { ...process.env, ...env },
  })
  const ended = once(child, 'close')
  await Promise.all([show(name, child.stdout), show(name, child.stderr)])
  const [code] = await ended
  const isGood = code === 0
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${isGood ? '✔' : '✖'} ${name}: ${isGood ? 'good' : `ended with ${code}`}, ${seconds} s`)
  return isGood
}

const total: Omit<Count, 'ended'> = { passed: 0, failed: 0, skipped: 0 }

const runCheck = async (step: Step): Promise<void> => {
  if (await run(step)) total.passed += 1
  else total.failed += 1
}

const readCount = async (file: string): Promise<Count> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Count
  } catch {
    return { passed: 0, failed: 0, skipped: 0, ended: false }
  }
}

const runSuite = async (step: Step, folder: string): Promise<void> => {
  const file = join(folder, `${step.name}.json`)
  const isGood = await run(step, { COUNT_FILE: file })
  const { passed, failed, skipped, ended } = await readCount(file)
  total.passed += passed
  total.skipped += skipped
  // Cut off, or broken outside of any test: that is a failure of its own.
  const isBroken = !ended || (!isGood && failed === 0) || passed + failed === 0
  total.failed += failed + (isBroken ? 1 : 0)
}

const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-run-'))
try {
  await Promise.all(CHECKS.map(runCheck))
  await runSuite(UNIT_TESTS, folder)
  await Promise.all(ON_SERVERS.map(async step => runSuite(step, folder)))
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = total.failed === 0 ? 0 : 1
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
