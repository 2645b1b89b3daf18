import { checkInvariants } from '../commands/check-invariants.ts'
import { createAccount, type FreshPassword } from '../commands/create-account.ts'
import { reconcile } from '../commands/reconcile.ts'
import { recordBounce } from '../commands/record-bounce.ts'
import { recount } from '../commands/recount.ts'
import { resetPassword } from '../commands/reset-password.ts'
import { type Grant, HOUSE } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../domain/result.ts'
import { loadCampaignFrom, loadUnitsFrom, UNITS } from '../embedded/load-config.ts'
import { previewMails } from './preview-mails.ts'
import { type Outcome, type Verb, verb } from './verb.ts'

const grantOf = (role: string, units: string | undefined): Result<Grant> => {
  const codes = units?.split(',').map(code => code.trim()) ?? []
  if (role === 'admin') return ok({ role })
  if (role !== 'staff' && role !== 'trainer')
    return refuse(problem('input-not-valid', { reason: '--role: admin, staff, trainer' }))
  if (codes.length === 0)
    return refuse(problem('input-not-valid', { reason: `--units: ${role} cần ít nhất một đơn vị` }))
  return ok({ role, units: codes })
}

const showPassword = ({ login, password }: FreshPassword): Outcome => ({
  lines: [login, `password: ${password}`, 'It is not shown again.'],
})

/** Everything the command line can do. */
export const VERBS: readonly Verb[] = [
  verb({
    name: 'load-units',
    about: 'make the tree of units the one of these files; all of it or nothing, and only what changed',
    arguments: { name: 'FOLDER', least: 0, most: 1 },
    options: {},
    run: async ({ ports, given: [folder = UNITS], now }) =>
      mapResult(await loadUnitsFrom(ports)(folder, now), counts => ({
        lines: [
          Object.entries(counts)
            .map(([what, count]) => `${count} ${what}`)
            .join(', '),
        ],
      })),
  }),
  verb({
    name: 'load-campaign',
    about: 'create the campaign of a file, or change the one of its code to what the file says',
    arguments: { name: 'FILE', least: 1, most: 1 },
    options: {},
    run: async ({ ports, given: [file = ''], now }) =>
      mapResult(await loadCampaignFrom(ports)(file, true, now), outcome => ({ lines: [outcome] })),
  }),
  verb({
    name: 'create-account',
    about: 'create an account and show its password, once',
    options: {
      login: { about: 'mail address, or a name in lower case', isRequired: true },
      name: { about: "the person's name", isRequired: true },
      role: { about: 'admin, staff or trainer', isRequired: true },
      units: { about: 'codes of the units, joined by commas: hung-yen,hai-duong' },
    },
    run: async ({ ports, values: { login, name, role, units }, now }) => {
      const grant = grantOf(role, units)
      if (!grant.ok) return grant
      return mapResult(
        await createAccount(ports)(HOUSE, { login, name, grants: [grant.value] }, now),
        showPassword,
      )
    },
  }),
  verb({
    name: 'reset-password',
    about: 'give an account a new password, show it once, and end its sessions',
    options: { login: { about: 'of the account', isRequired: true } },
    run: async ({ ports, values: { login }, now }) =>
      mapResult(await resetPassword(ports)(HOUSE, { login }, now), showPassword),
  }),
  verb({
    name: 'recount',
    about: 'hold every total against the essays and mend what differs; 1 where something did',
    options: { campaign: { about: 'only this one' } },
    run: async ({ ports, values: { campaign }, now }) =>
      mapResult(
        await recount(ports)(HOUSE, campaign === undefined ? {} : { campaign }, now),
        ({ units, differences, tallies }) => ({
          isClean: differences.length + tallies.length === 0,
          lines: [
            ...tallies.map(id => `mended the tally of enrolment ${id}`),
            ...differences.map(difference => `mended ${JSON.stringify(difference)}`),
            `${units} rows of units compared: ${differences.length} differed, and ${tallies.length} tallies.`,
          ],
        }),
      ),
  }),
  verb({
    name: 'check-invariants',
    about: 'say everything in which the stored essays contradict themselves; 1 where something does',
    options: { deep: { about: 'read every byte and hash it again', isFlag: true } },
    run: async ({ ports, values: { deep = false } }) => {
      const faults = await checkInvariants(ports)({ deep })
      return ok({ isClean: faults.length === 0, lines: [...faults, `${faults.length} faults.`] })
    },
  }),
  verb({
    name: 'requeue',
    about: 'queue again all work that MongoDB says is due; the worker does so every minute',
    options: {},
    run: async ({ ports, now }) => {
      await reconcile(ports)(now)
      return ok({ lines: ['Everything that is due is queued.'] })
    },
  }),
  verb({
    name: 'bounce',
    about: 'read a report of a mail server from the input, and note which mail came back',
    options: {},
    run: async ({ ports }) => {
      const report = await ports.bounceReader.read(process.stdin)
      const outcome = report === null ? 'unknown' : await recordBounce(ports)(report)
      return ok({ lines: [outcome] })
    },
  }),
  verb({
    name: 'preview-mail',
    about:
      'show the mails of a campaign as somebody made up would read them, or keep them as files to look at',
    options: {
      campaign: { about: 'code; the newest one where neither it nor a file is given' },
      file: { about: 'a campaign as YAML, which need not be loaded yet' },
      kind: { about: 'only this kind: invitation, before-due, receipt …' },
      language: { about: 'vi or en; what the campaign writes in where it is not given' },
      folder: { about: 'keep each as .html and .txt there' },
    },
    run: async ({ ports, values }) => previewMails(ports, values),
  }),
]
