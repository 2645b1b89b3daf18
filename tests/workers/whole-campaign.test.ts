import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { tableOfKinds, wrongMailboxes } from '../support/waves/compare.ts'
import { openHouse } from '../support/waves/house.ts'
import { somebody } from '../support/waves/people.ts'
import { passCampaign } from '../support/waves/story.ts'

/** The very story of `npm run bench:waves` with its 24,814 people, told by 150. */
const PEOPLE = 150

describe('a whole campaign, from the invitation to the closing', () => {
  it('mails everybody exactly what the schedule says, and nothing once he has written', async function () {
    this.timeout(120_000)
    const uri = new URL(process.env['TEST_MONGODB_URI'] ?? '')
    uri.pathname = `/w-${randomUUID().slice(0, 8)}`
    const house = await openHouse(uri.href, process.env['TEST_REDIS_URL'] ?? '')
    try {
      const people = Array.from({ length: PEOPLE }, (_, n) => somebody(n))
      await passCampaign(house.container, house.clock, people)
      expect(wrongMailboxes(people, house.inbox)).to.deep.equal([])
      const notices = await house.container.ports.notices.countSince(new Date(0))
      for (const { kind, expected, came, toCall, calls } of tableOfKinds(people, house.inbox, notices)) {
        expect(expected, kind).to.be.greaterThan(0)
        expect(came, kind).to.equal(expected)
        if (kind !== 'receipt' && kind !== 'returned') expect(calls, kind).to.equal(toCall)
      }
    } finally {
      await house.close()
    }
  })
})
