import type { Readings } from '../ports/readings.ts'
import type { Models } from './models/index.ts'
import type { ReadingDoc } from './models/reading.ts'

const idOf = (account: string, enrolment: string, topic: string): string => `${account}/${enrolment}/${topic}`

export const readingStore = ({ readings }: Models): Readings => ({
  async note(account, enrolment, topic, version) {
    await readings.updateOne(
      { _id: idOf(account, enrolment, topic) },
      { $max: { version }, $setOnInsert: { enrolment } },
      { upsert: true },
    )
  },
  async of(account, enrolments, topic) {
    const docs = await readings
      .find({ _id: { $in: enrolments.map(enrolment => idOf(account, enrolment, topic)) } })
      .lean<ReadingDoc[]>()
    return new Map(docs.map(({ enrolment, version }) => [enrolment, version]))
  },
})
