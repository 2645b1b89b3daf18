import { sendDue } from '../../src/commands/send-due.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { processor } from '../processor.ts'

export const sendAnswers = processor('send-answers', async ports => sendDue(ports)(HOUSE, 'answers'))
export const sendMessages = processor('send-messages', async ports => sendDue(ports)(HOUSE, 'messages'))
export const sendReminders = processor('send-reminders', async ports => sendDue(ports)(HOUSE, 'reminders'))
