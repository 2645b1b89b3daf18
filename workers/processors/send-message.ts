import { sendMessage as send } from '../../src/commands/send-message.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { processor } from '../processor.ts'

export const sendMessage = processor('send-message', async (ports, { notice, attempt }, now) =>
  send(ports)(HOUSE, notice, attempt, now),
)
