import { readText as read } from '../../src/commands/read-text.ts'
import { processor } from '../processor.ts'

export const readText = processor('read-text', async (ports, { file }, now) => read(ports)(file, now))
