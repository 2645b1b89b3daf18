import { runProcess } from '../src/boot/run.ts'
import { runWorker } from './run.ts'

runProcess(runWorker)
