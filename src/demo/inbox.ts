import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'

export interface CaughtMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Message-ID. */
  readonly id: string
}

/** The mails that the catcher has kept as files, each read once. */
export const openInbox = (folder: string) => {
  const read = new Map<string, CaughtMail>()

  const mails = async (): Promise<readonly CaughtMail[]> => {
    for (const file of await readdir(folder)) {
      if (!file.endsWith('.eml') || file.startsWith('.') || read.has(file)) continue
      const {
        to,
        subject = '',
        text = '',
        messageId: id = '',
      } = await simpleParser(await readFile(join(folder, file)))
      const [receiver] = [to].flat()
      read.set(file, { to: receiver?.value[0]?.address ?? '', subject, text, id })
    }
    return [...read.values()]
  }

  return {
    mails,
    /** Sign-in tokens by mail address. */
    async signInTokens(): Promise<ReadonlyMap<string, string>> {
      const found = new Map<string, string>()
      for (const { to, text } of await mails()) {
        const token = /\/dang-nhap\/([\w-]+)/.exec(text)?.[1]
        if (token !== undefined) found.set(to, token)
      }
      return found
    },
  }
}

export type Inbox = ReturnType<typeof openInbox>
