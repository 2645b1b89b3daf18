import { runRosterImport } from '../../src/commands/run-roster-import.ts'
import { processor } from '../processor.ts'

export const importRoster = processor('import-roster', async (ports, { roster }) =>
  runRosterImport(ports)(roster),
)
