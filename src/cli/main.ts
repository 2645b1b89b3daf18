import { parseArgs } from 'node:util'
import { readSettings } from '../../config/index.ts'
import { explain } from '../boot/explain.ts'
import { openContainer } from '../boot/open.ts'
import type { Container } from '../container.ts'
import { sentence } from '../domain/problems.ts'
import { readStack } from '../embedded/stack-file.ts'
import { overview, usageOf } from './usage.ts'
import type { Verb } from './verb.ts'
import { VERBS } from './verbs.ts'

/** `npm run cli`: a verb of the table on the servers of the environment, or of the stack that runs on DATA_DIR. */

const CLEAN = 0
const REFUSED = 1
const MISUSED = 2

const misuse = (reason: string, help: string): number => {
  console.error(`${reason}\n\n${help}`)
  return MISUSED
}

/** The verb's options and arguments; a sentence where they are not as the verb wants them. */
const read = ({ options, arguments: given }: Verb, args: readonly string[]) => {
  const parsed = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { isFlag = false }]) => [
        name,
        { type: isFlag ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    allowPositionals: true,
  })
  const missing = Object.keys(options).filter(
    name => options[name]?.isRequired === true && parsed.values[name] === undefined,
  )
  if (missing.length > 0) throw new Error(`Missing: ${missing.map(name => `--${name}`).join(', ')}`)
  const { least, most } = given ?? { least: 0, most: 0 }
  const count = parsed.positionals.length
  if (count < least || count > most) throw new Error(`${count} arguments where ${least}–${most} are taken`)
  return parsed
}

const open = async (): Promise<Container> => {
  const environment = { LOG_LEVEL: 'warn', ...process.env }
  const stack = await readStack(readSettings(environment).DATA_DIR)
  return openContainer(readSettings({ ...stack?.servers, ...environment }))
}

const run = async (verb: Verb, args: readonly string[]): Promise<number> => {
  let input: ReturnType<typeof read>
  try {
    input = read(verb, args)
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error), usageOf(verb))
  }
  const container = await open()
  try {
    const { ports } = container
    const result = await verb.run({
      ports,
      values: input.values,
      given: input.positionals,
      now: ports.clock.now(),
    })
    if (!result.ok) {
      for (const problem of result.problems)
        console.error([problem.at, problem.code, sentence(problem)].filter(Boolean).join(': '))
      return REFUSED
    }
    for (const line of result.value.lines) console.log(line)
    return result.value.isClean === false ? REFUSED : CLEAN
  } finally {
    await container.close()
  }
}

const main = async ([name = 'help', ...rest]: readonly string[]): Promise<number> => {
  const asked = name === 'help' || name === '--help' ? rest[0] : name
  const verb = VERBS.find(verb => verb.name === asked)
  if (asked === undefined) console.log(overview(VERBS))
  else if (verb === undefined) return misuse(`No such verb: ${asked}`, overview(VERBS))
  else if (asked !== name || rest.includes('--help')) console.log(usageOf(verb))
  else return run(verb, rest)
  return CLEAN
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(explain(error))
  process.exitCode = REFUSED
}
