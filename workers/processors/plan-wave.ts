import { planWave as plan } from '../../src/commands/plan-wave.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import type { Processor } from '../processor.ts'

export const planWave: Processor<'plan-wave'> = ports => async (payload, now) =>
  plan(ports)(HOUSE, payload.wave, now)
