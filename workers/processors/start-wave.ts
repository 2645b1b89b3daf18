import { startDueWave } from '../../src/commands/start-due-wave.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import type { Processor } from '../processor.ts'

export const startWave: Processor<'start-wave'> = ports => async (payload, now) =>
  startDueWave(ports)(HOUSE, payload.campaign, now)
