import { type Campaign, campaignState } from '../../../../domain/campaign.ts'
import { adminPath } from '../../admin.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import { CampaignTag } from '../../parts/tag.tsx'
import type { Language } from '../../words.ts'
import type { CampaignsWords } from './words.ts'

export const Campaigns = ({
  campaigns,
  now,
  language,
  words,
}: {
  readonly campaigns: readonly Campaign[]
  readonly now: Date
  readonly language: Language
  readonly words: CampaignsWords
}) => (
  <>
    <div class="row spread">
      <h1>{words.title}</h1>
      <a class="button no-print" href={adminPath('campaigns', 'moi')}>
        {campaigns.length === 0 ? words.createFirst : words.create}
      </a>
    </div>
    {campaigns.length === 0 ? (
      <p>{words.empty}</p>
    ) : (
      <Table
        caption={words.title}
        heads={[
          words.name,
          [words.state, 'desk'],
          [words.opensAt, 'desk'],
          words.dueAt,
          [words.closesAt, 'desk'],
          [words.topics, 'n desk'],
        ]}
      >
        {campaigns.map(campaign => {
          const state = campaignState(campaign, now)
          const tag = <CampaignTag state={state} word={words.states[state]} />
          return (
            <tr key={campaign.code}>
              <th scope="row">
                <a href={adminPath('campaigns', campaign.code)}>{campaign.name}</a>
                <span class="phone">{tag}</span>
              </th>
              <td class="desk">{tag}</td>
              <td class="desk">
                <Moment at={campaign.opensAt} />
              </td>
              <td>
                <Moment at={campaign.dueAt} />
              </td>
              <td class="desk">
                <Moment at={campaign.closesAt} />
              </td>
              <td class="n desk">{numberIn(campaign.topics.length, language)}</td>
            </tr>
          )
        })}
      </Table>
    )}
  </>
)
