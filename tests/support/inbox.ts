import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { World } from './world.ts'

/** Every mail caught so far, in order of arrival. */
export const readMails = async ({ mails }: Pick<World, 'mails'>): Promise<ParsedMail[]> => {
  const names = (await readdir(mails.folder)).filter(name => /^[^.].*\.eml$/.test(name)).sort()
  return Promise.all(names.map(async name => simpleParser(await readFile(join(mails.folder, name)))))
}

export const isTo =
  (address: string) =>
  (mail: ParsedMail): boolean =>
    [mail.to ?? []].flat().some(list => list.value.some(to => to.address === address))

/** Waits until somebody has so many mails, and gives them. */
export const mailsTo = async (world: World, address: string, count = 1): Promise<ParsedMail[]> => {
  for (;;) {
    const mails = (await readMails(world)).filter(isTo(address))
    if (mails.length >= count) return mails
    await pause(20)
  }
}
