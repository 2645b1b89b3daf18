import { z } from 'zod'
import { changeUnit } from '../../commands/change-unit.ts'
import { createUnit } from '../../commands/create-unit.ts'
import { mergeUnits } from '../../commands/merge-units.ts'
import type { ReorganisationOutcome } from '../../commands/reorganise.ts'
import { splitUnit } from '../../commands/split-unit.ts'
import { mapResult } from '../../domain/result.ts'
import { UNIT_KINDS, type Unit } from '../../domain/unit.ts'
import type { Ports } from '../../ports/index.ts'
import { browseUnits, getUnit, type UnitView } from '../../queries/unit-admin.ts'
import { unitCode } from '../../wire/campaign.ts'
import { merger, newUnit, split, unitPatch } from '../../wire/unit.ts'
import { type Route, reply, route } from '../route.ts'

const params = z.object({ u: unitCode })

const unitAnswer = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(UNIT_KINDS),
    parent: z.string().nullable(),
    path: z.array(z.string()).meta({ description: 'Root first, with the unit itself' }),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    predecessors: z.array(z.string()),
    aliases: z.array(z.string()),
  })
  .meta({ id: 'Unit' })

const present = (unit: Unit): z.input<typeof unitAnswer> => ({
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  parent: unit.parent,
  path: [...unit.path],
  validFrom: unit.validFrom,
  validTo: unit.validTo,
  predecessors: [...unit.predecessors],
  aliases: [...unit.aliases],
})

const unitView = unitAnswer.extend({
  successors: z.array(z.string()),
  children: z.array(z.string()),
  people: z.record(z.string(), z.int()).meta({ description: 'Campaign → how many stand directly in it' }),
  accounts: z.int().meta({ description: 'Accounts with a grant of this very unit' }),
})

const presentView = ({
  unit,
  successors,
  children,
  people,
  accounts,
}: UnitView): z.input<typeof unitView> => ({
  ...present(unit),
  successors: successors.map(({ code }) => code),
  children: children.map(child => child.unit.code),
  people: Object.fromEntries(people.map(({ campaign, count }) => [campaign.code, count])),
  accounts,
})

const outcome = z
  .object({
    ended: z.array(z.string()),
    successors: z.array(z.object({ code: z.string(), name: z.string(), people: z.int() })),
    moved: z.array(z.string()).meta({ description: 'Units below that stand under a successor now' }),
    extensions: z.int().meta({ description: 'Extensions of units, the successors’ from now on' }),
    accounts: z.int().meta({ description: 'Accounts that reach the successors too from now on' }),
  })
  .meta({ id: 'Reorganisation' })

const presentOutcome = (result: ReorganisationOutcome): z.input<typeof outcome> => ({
  ended: result.ended.map(({ code }) => code),
  successors: result.successors.map(({ unit: { code, name }, people }) => ({ code, name, people })),
  moved: result.moved.map(({ code }) => code),
  extensions: result.extensions.length,
  accounts: result.accounts.length,
})

/** The tree of units as admins keep it, of all times. */
export const unitAdminRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/units',
    summary:
      'Units of all times: those directly below `parent`, the top without it; or what `q` finds by name',
    tag: 'Units',
    access: ['admin'],
    query: z.object({ parent: unitCode.optional(), q: z.string().max(100).optional() }),
    answers: { 200: z.array(unitAnswer.extend({ hasChildren: z.boolean() })) },
    refusals: ['not-found'],
    handle: async ({ actor, query }) =>
      reply(
        mapResult(await browseUnits(ports)(actor, query), list =>
          list.map(({ unit, hasChildren }) => ({ ...present(unit), hasChildren })),
        ),
      ),
  }),
  route({
    method: 'post',
    path: '/units',
    summary: 'Add a unit under another one',
    tag: 'Units',
    access: ['admin'],
    body: newUnit,
    answers: { 201: unitAnswer },
    refusals: ['not-found', 'already-exists'],
    handle: async ({ actor, body: { validFrom = null, validTo = null, ...body }, now }) =>
      reply(mapResult(await createUnit(ports)(actor, { ...body, validFrom, validTo }, now), present), 201),
  }),
  route({
    method: 'get',
    path: '/units/:u',
    summary: 'One unit with all that hangs on it',
    tag: 'Units',
    access: ['admin'],
    params,
    answers: { 200: unitView },
    refusals: [],
    handle: async ({ actor, params }) => reply(mapResult(await getUnit(ports)(actor, params.u), presentView)),
  }),
  route({
    method: 'patch',
    path: '/units/:u',
    summary:
      'Rename a unit, change its other names and its days; the old name stays one that rosters may use',
    tag: 'Units',
    access: ['admin'],
    params,
    body: unitPatch,
    answers: { 200: unitAnswer },
    refusals: [],
    handle: async ({ actor, params, body, now }) =>
      reply(mapResult(await changeUnit(ports)(actor, params.u, body, now), present)),
  }),
  route({
    method: 'post',
    path: '/unit-mergers',
    summary: 'Merge units into one: people of open campaigns, units below, extensions and grants follow',
    tag: 'Units',
    access: ['admin'],
    body: merger,
    answers: { 200: outcome },
    refusals: ['not-found', 'unit-ended'],
    handle: async ({ actor, body: { dryRun, ...body }, now }) =>
      reply(mapResult(await mergeUnits(ports)(actor, { ...body, isDryRun: dryRun }, now), presentOutcome)),
  }),
  route({
    method: 'post',
    path: '/unit-splits',
    summary: 'Split a unit into parts: everybody and everything of it goes where it is told',
    tag: 'Units',
    access: ['admin'],
    body: split,
    answers: { 200: outcome },
    refusals: ['not-found', 'unit-ended'],
    handle: async ({ actor, body: { dryRun, ...body }, now }) =>
      reply(mapResult(await splitUnit(ports)(actor, { ...body, isDryRun: dryRun }, now), presentOutcome)),
  }),
]
