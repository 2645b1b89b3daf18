import { compileReport as compile } from '../../src/commands/compile-report.ts'
import { processor } from '../processor.ts'

export const compileReport = processor('compile-report', async (ports, { report }) => compile(ports)(report))
export const compileBatchedReport = processor('compile-batched-report', async (ports, { report }) =>
  compile(ports)(report),
)
