import type { JobFailureStore } from '../ports/job-failures.ts'
import type { Models } from './models/index.ts'
import type { JobFailureDoc } from './models/job-failure.ts'
import { withId } from './plain.ts'

export const jobFailureStore = ({ jobFailures }: Models): JobFailureStore => ({
  async note({ id, ...failure }) {
    await jobFailures.replaceOne({ _id: id }, { ...failure, _id: id }, { upsert: true })
  },
  async list(limit) {
    return (await jobFailures.find().sort({ at: -1 }).limit(limit).lean<JobFailureDoc[]>()).map(withId)
  },
  async find(id) {
    const doc = await jobFailures.findById(id).lean<JobFailureDoc>()
    return doc && withId(doc)
  },
  async forget(id) {
    await jobFailures.deleteOne({ _id: id })
  },
})
