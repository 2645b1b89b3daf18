import { planWave as plan } from '../../src/commands/plan-wave.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { processor } from '../processor.ts'

export const planWave = processor('plan-wave', async (ports, { wave }, now) => plan(ports)(HOUSE, wave, now))
