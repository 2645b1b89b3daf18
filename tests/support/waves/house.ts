import { MongoClient } from 'mongodb'
import { readSettings } from '../../../config/index.ts'
import { createContainer } from '../../../src/container.ts'
import { hanoiDay } from '../../../src/domain/time.ts'
import { standingClock } from '../world.ts'
import { startInbox } from './inbox.ts'

/** A house whose mail server keeps what each mail tells, and whose rate of mails is not held down. */
export const openHouse = async (mongodbUri: string, redisUrl: string) => {
  const clock = standingClock('2018-12-05T00:00:00Z')
  const inbox = await startInbox(() => hanoiDay(clock.now()))
  const settings = readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent', MAILS_PER_MINUTE: '1000000' })
  const container = await createContainer(settings, { mongodbUri, redisUrl, smtpUrl: inbox.url }, { clock })
  return {
    container,
    clock,
    inbox,
    close: async () => {
      await container.close()
      const mongo = await MongoClient.connect(mongodbUri)
      await mongo.db().dropDatabase()
      await mongo.close()
      await inbox.stop()
    },
  }
}
