import { startDueWave } from '../../src/commands/start-due-wave.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { processor } from '../processor.ts'

export const startWave = processor('start-wave', async (ports, { campaign }, now) =>
  startDueWave(ports)(HOUSE, campaign, now),
)
