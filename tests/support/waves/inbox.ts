import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { readMail } from '../../../src/mail/caught.ts'
import type { Told } from './expect.ts'

/** A kind of mail by how its subject begins. */
const KINDS: readonly (readonly [string, string])[] = [
  ['Mời viết bài thu hoạch', 'invitation'],
  ['Nhắc nộp bài thu hoạch', 'before-due'],
  ['Hôm nay hết hạn', 'due-day'],
  ['Quá hạn nộp', 'after-due'],
  ['Sắp đóng đợt', 'last-call'],
  ['Đã nhận bài thu hoạch', 'receipt'],
]

/** As its reader understands it. */
const toldIn = (subject: string, text: string, day: string): Told => {
  const kind = subject.endsWith('được trả lại để viết lại')
    ? 'returned'
    : (KINDS.find(([start]) => subject.startsWith(start))?.[1] ?? subject)
  const isAnswer = kind === 'receipt' || kind === 'returned'
  return {
    ...{ kind, day },
    due: isAnswer ? null : (/Hạn nộp(?: đã qua)?: \S+ ngày ([\d/]+)\./.exec(text)?.[1] ?? null),
    topics: [...text.matchAll(/^- Chuyên đề (\d+)/gm)].map(([, number]) => Number(number)),
  }
}

export interface Inbox {
  readonly url: string
  /** By address, in the order in which they came. */
  readonly mails: ReadonlyMap<string, readonly Told[]>
  count(): number
  stop(): Promise<void>
}

/** A mail server that keeps of every mail what it tells; `today` is asked when one comes. */
export const startInbox = async (today: () => string): Promise<Inbox> => {
  const mails = new Map<string, Told[]>()
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const keep = async (): Promise<void> => {
        const { subject, text } = readMail(await buffer(stream), new Date(0))
        count += 1
        for (const { address } of session.envelope.rcptTo)
          mails.set(address, [...(mails.get(address) ?? []), toldIn(subject, text, today())])
      }
      keep().then(() => done(), done)
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    mails,
    count: () => count,
    async stop() {
      await new Promise<void>(resolve => {
        server.close(resolve)
      })
    },
  }
}
