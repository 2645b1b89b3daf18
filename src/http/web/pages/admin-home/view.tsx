import type { Progress } from '../../../../queries/progress.ts'
import { ADMIN_SECTIONS, adminPath } from '../../admin.ts'
import { Bar } from '../../parts/bar.tsx'
import { numberIn, percentIn } from '../../parts/figures.tsx'
import { Due, momentIn } from '../../parts/moment.tsx'
import { peoplePath, unitPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { AdminHomeWords } from './words.ts'

interface Props {
  /** null: there is no campaign, or no unit. */
  readonly progress: Progress | null
  readonly now: Date
  readonly language: Language
  readonly words: AdminHomeWords
  readonly shared: SharedWords
}

const Present = ({ progress, now, language, words, shared }: Props) => {
  if (progress === null)
    return (
      <>
        <p>{words.noCampaign}</p>
        <div class="row actions">
          <a class="button" href={adminPath('campaigns', 'moi')}>
            {words.makeCampaign}
          </a>
        </div>
      </>
    )
  const { campaign, unit, totals } = progress
  const sums = [
    [numberIn(totals.people, language), words.people],
    [numberIn(totals.submitted, language), words.submitted],
    [numberIn(totals.missing, language), words.missing],
    [totals.expected === 0 ? '–' : percentIn(totals.percent, language), words.percent],
  ] as const
  return (
    <>
      <div class="stack-close">
        <h3>{campaign.name}</h3>
        <p>
          {words.due}: <Due at={campaign.dueAt} now={now} words={shared} />
        </p>
        <p class="quiet">
          {words.closes}: {momentIn(campaign.closesAt, shared)}
        </p>
      </div>
      <ul class="sums">
        {sums.map(([number, word]) => (
          <li key={word}>
            <span class="n">{number}</span> <span class="quiet small">{word}</span>
          </li>
        ))}
      </ul>
      <Bar totals={totals} />
      <div class="row actions">
        <a class="button" href={unitPath(campaign.code, unit.code)}>
          {words.overview}
        </a>
        <a class="button second" href={peoplePath(campaign.code, { unit: unit.code })}>
          {words.owing}
        </a>
      </div>
    </>
  )
}

/** Where an admin lands: the country at a glance, and what he administers. */
export const AdminHome = (props: Props) => {
  const { words, shared } = props
  return (
    <>
      <h1>{words.title}</h1>
      <section class="stack" aria-labelledby="campaign-title">
        <h2 id="campaign-title">{words.campaign}</h2>
        <Present {...props} />
      </section>
      <section class="stack" aria-labelledby="work-title">
        <h2 id="work-title">{words.work}</h2>
        <ul class="tasks">
          {ADMIN_SECTIONS.map(name => (
            <li key={name}>
              <a href={adminPath(name)}>{shared.adminTabs[name]}</a>
              <span class="detail">{words.lead[name]}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
