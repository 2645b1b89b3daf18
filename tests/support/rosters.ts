import { readFile } from 'node:fs/promises'
import { loadUnits } from '../../src/commands/load-units.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { readUnits } from '../../src/load/units.ts'
import type { CastName } from './cast.ts'
import { openWorld, type World } from './world.ts'

export const ROSTERS = new URL('../../fixtures/rosters/', import.meta.url)
export const UNITS_FOLDER = new URL('../../config/units/', import.meta.url).pathname

export interface Answer {
  rows: number
  created: number
  updated: number
  moved: number
  merged: number
  unchanged: number
  rejected: { sheet: string; row: number; column: string | null; code: string; message: string }[]
  warnings: { sheet: string; row: number; column: string | null; code: string; message: string }[]
  moves: { id: string; name: string; from: string; to: string }[]
  absent: { id: string; name: string; unit: string }[]
}

/** A world with the real tree of units. */
export const openWorldWithUnits = async (): Promise<World> => {
  const world = await openWorld()
  const tree = await readUnits(UNITS_FOLDER)
  if (!tree.ok) throw new Error('config/units is not valid')
  await loadUnits(world.container.ports)(HOUSE, tree.value, world.clock.now())
  return world
}

const post = (world: World, who: CastName | 'nobody', isDryRun: boolean) =>
  world
    .as(who)
    .post('/api/v1/campaigns/nghi-quyet-12-cdvn/roster-imports')
    .query(isDryRun ? { dryRun: 'true' } : {})

interface Sending {
  who?: CastName | 'nobody'
  unit?: string
  name?: string
  isDryRun?: boolean
}

export const sendRoster = (
  world: World,
  bytes: Buffer,
  { who = 'staff.hung-yen', unit = 'hung-yen', name = 'danh-sach.csv', isDryRun = false }: Sending = {},
) => post(world, who, isDryRun).field('unit', unit).attach('file', bytes, name)

/** Imports and expects it to be taken. */
export const importRows = async (
  world: World,
  bytes: Buffer | string,
  options: Sending = {},
): Promise<Answer> => {
  const answer = await sendRoster(world, Buffer.from(bytes), options).expect(options.isDryRun ? 200 : 201)
  return answer.body as Answer
}

export const fixture = async (name: string): Promise<Buffer> => readFile(new URL(name, ROSTERS))
