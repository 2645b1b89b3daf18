import { compileReport as compile } from '../../src/commands/compile-report.ts'
import type { Processor } from '../processor.ts'

export const compileReport: Processor<'compile-report'> = ports => async payload =>
  compile(ports)(payload.report)
