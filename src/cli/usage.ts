import type { Verb } from './verb.ts'

const optionsOf = ({ options, arguments: given }: Verb): string =>
  [
    ...(given === undefined ? [] : [given.least > 0 ? given.name : `[${given.name}]`]),
    ...Object.entries(options).map(([name, { isRequired = false, isFlag = false }]) => {
      const use = isFlag ? `--${name}` : `--${name} …`
      return isRequired ? use : `[${use}]`
    }),
  ].join(' ')

/** How to use one verb. */
export const usageOf = (verb: Verb): string =>
  [
    `npm run cli -- ${verb.name} ${optionsOf(verb)}`.trimEnd(),
    `  ${verb.about}`,
    ...Object.entries(verb.options).map(([name, { about }]) => `  --${name.padEnd(12)} ${about}`),
  ].join('\n')

/** All verbs, a line each. */
export const overview = (verbs: readonly Verb[]): string =>
  [
    'npm run cli -- <verb> [options]',
    '',
    ...verbs.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`),
    '',
    'npm run cli -- help <verb> tells more.',
    'Works on the servers of MONGODB_URI, REDIS_URL and SMTP_URL, or on the stack that runs on DATA_DIR.',
    'Ends with 0 when all is well, 1 when refused or not clean, 2 when asked wrongly.',
  ].join('\n')
