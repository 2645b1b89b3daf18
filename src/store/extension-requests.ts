import type { ExtensionRequest } from '../domain/extension-request.ts'
import type { ExtensionRequestStore } from '../ports/extension-requests.ts'
import { inTx, sessionOf } from './connect.ts'
import { enrolmentOf } from './enrolments.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { ExtensionRequestDoc } from './models/extension-request.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey, withId } from './plain.ts'
import { unitInScope } from './scope.ts'

const requestOf = ({ waiting: _waiting, ...doc }: ExtensionRequestDoc): ExtensionRequest => withId(doc)

/** A filter on an enrolment → the same on the field `person`, where it was joined. */
const joined = (filter: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [`person.${name}`, value]))

export const extensionRequestStore = ({ extensionRequests, enrolments }: Models): ExtensionRequestStore => ({
  async insert({ id, ...request }) {
    try {
      await extensionRequests.create({ ...request, _id: id, waiting: request.answer === null })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },
  async ofEnrolment(enrolment) {
    const docs = await extensionRequests.find({ enrolment }).sort({ requestedAt: -1, _id: -1 }).lean()
    return docs.map(requestOf)
  },
  async list(scope, campaign, { unit, waiting }) {
    const docs = await extensionRequests.aggregate<ExtensionRequestDoc & { person: EnrolmentDoc }>([
      { $match: { campaign, ...(waiting === undefined ? {} : { waiting }) } },
      { $sort: { requestedAt: 1, _id: 1 } },
      {
        $lookup: {
          from: enrolments.collection.name,
          localField: 'enrolment',
          foreignField: '_id',
          as: 'person',
        },
      },
      { $unwind: '$person' },
      { $match: { $and: [joined(unitInScope(scope)), unit === undefined ? {} : joined({ path: unit })] } },
    ])
    return docs.map(({ person, ...doc }) => ({ request: requestOf(doc), enrolment: enrolmentOf(person) }))
  },
  async find(campaign, ids, tx) {
    const docs = await extensionRequests
      .find({ campaign, _id: { $in: [...ids] } })
      .session(sessionOf(tx))
      .lean()
    return docs.map(requestOf)
  },
  async answer(id, answer, tx) {
    await extensionRequests.updateOne({ _id: id }, { $set: { answer, waiting: false } }, inTx(tx))
  },
})
