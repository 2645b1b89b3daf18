import { sendNotice as send } from '../../src/commands/send-notice.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import type { Processor } from '../processor.ts'

export const sendNotice: Processor<'send-receipt' | 'send-reminder'> = ports => async (payload, now) =>
  send(ports)(HOUSE, payload.notice, payload.attempt, now)
