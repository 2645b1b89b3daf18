import { workGathering as work } from '../../src/commands/work-gathering.ts'
import { processor } from '../processor.ts'

export const workGathering = processor('work-gathering', async (ports, { gathering }) =>
  work(ports)(gathering),
)
