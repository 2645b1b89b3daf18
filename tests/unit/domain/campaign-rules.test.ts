import { expect } from 'chai'
import { requiredCount } from '../../../src/domain/campaign.ts'
import { checkCampaign } from '../../../src/domain/campaign-rules.ts'
import { CAMPAIGN } from '../../support/cast.ts'

describe('a campaign', () => {
  const { opensAt, dueAt, closesAt } = CAMPAIGN
  const table: [what: string, change: Partial<typeof CAMPAIGN>, codes: string[]][] = [
    ['may be as it is', {}, []],
    ['may close when it is due', { closesAt: dueAt }, []],
    ['may not open when it is due', { opensAt: dueAt }, ['campaign-dates-not-in-order']],
    ['may not close before it is due', { closesAt: opensAt }, ['campaign-dates-not-in-order']],
    [
      'may not be due after it closed',
      { dueAt: new Date(closesAt.getTime() + 1) },
      ['campaign-dates-not-in-order'],
    ],
    ['may ask for all of its topics by number', { requiredTopics: 5 }, []],
    ['may not ask for more topics than it has', { requiredTopics: 6 }, ['input-not-valid']],
    [
      'is told everything at once',
      { requiredTopics: 6, opensAt: closesAt },
      ['campaign-dates-not-in-order', 'input-not-valid'],
    ],
  ]
  for (const [what, change, codes] of table)
    it(what, () => {
      expect(checkCampaign({ ...CAMPAIGN, ...change }).map(p => p.code)).to.deep.equal(codes)
    })

  for (const [required, count] of [
    ['all', 5],
    [3, 3],
    [9, 5],
  ] as const)
    it(`that requires ${required} of five topics expects ${count}`, () => {
      expect(requiredCount({ topics: CAMPAIGN.topics, requiredTopics: required })).to.equal(count)
    })
})
