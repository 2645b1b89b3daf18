import { isAnswer, type MailKind } from '../domain/mail-kind.ts'

export const MAIL_JOBS = ['send-receipt', 'send-returned', 'send-reminder'] as const

/** The job that sends a kind of mail: answers do not wait behind a wave of thousands. */
export const mailJob = (kind: MailKind): (typeof MAIL_JOBS)[number] => {
  if (kind === 'returned') return 'send-returned'
  return isAnswer(kind) ? 'send-receipt' : 'send-reminder'
}
