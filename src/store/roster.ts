import type { RosterStore } from '../ports/roster.ts'
import { inTx } from './connect.ts'
import { derived } from './enrolments.ts'
import type { Models } from './models/index.ts'

export const rosterStore = ({ cadres, enrolments }: Models): RosterStore => ({
  async insert(entries, tx) {
    await cadres.insertMany(
      entries.map(({ cadre: { id, ...person } }) => ({ ...person, _id: id })),
      inTx(tx),
    )
    await enrolments.insertMany(
      entries.map(({ enrolment: { id, ...enrolment } }) => ({
        ...enrolment,
        ...derived(enrolment),
        _id: id,
        revision: 1,
        recount: [enrolment.unit],
      })),
      inTx(tx),
    )
  },
})
