import { sendNotice } from '../../src/commands/send-notice.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { processor } from '../processor.ts'

export const sendReceipt = processor('send-receipt', async (ports, { notice, attempt }, now) =>
  sendNotice(ports)(HOUSE, notice, attempt, now),
)

export const sendReturned = processor('send-returned', async (ports, { notice, attempt }, now) =>
  sendNotice(ports)(HOUSE, notice, attempt, now),
)

export const sendReminder = processor('send-reminder', async (ports, { notice, attempt }, now) =>
  sendNotice(ports)(HOUSE, notice, attempt, now),
)
