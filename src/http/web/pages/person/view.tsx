import { Breadcrumb } from '../../parts/breadcrumb.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { EnrolmentTag } from '../../parts/tag.tsx'
import { personPlace } from '../../places.ts'
import { Essays } from './essays.tsx'
import { Facts, mayHandIn } from './facts.tsx'
import { History } from './history.tsx'
import { formPath } from './paths.ts'
import type { PersonProps } from './props.ts'

const Actions = (props: PersonProps) => {
  const { data, words } = props
  const { campaign, enrolment, owed, may } = data
  const hasFile = mayHandIn(props)
  const hasPaper = may['record-paper'] && enrolment.exemption === null
  if (!hasFile && !hasPaper) return null
  const place = personPlace(campaign.code, enrolment.id)
  return (
    <div class="row actions">
      {hasFile ? (
        <a class={owed.length > 0 ? 'button' : 'button second'} href={place.handIn(owed)}>
          {words.handIn}
        </a>
      ) : null}
      {hasPaper ? (
        <a class="button second" href={formPath(campaign.code, enrolment.id, 'ban-giay')}>
          {words.recordPaper}
        </a>
      ) : null}
    </div>
  )
}

/** Everything about one person, and what staff may do about it. */
export const PersonPage = (props: PersonProps) => {
  const { data, now, words, shared } = props
  const { campaign, enrolment, units } = data
  const { person, tally, exemption } = enrolment
  return (
    <>
      <Breadcrumb campaign={campaign.code} units={units} label={words.above} />
      <div class="stack-close">
        <div class="row">
          <h1>{person.name}</h1>
          <EnrolmentTag state={tally.state} words={shared} />
        </div>
        <p>
          {exemption === null ? words.sum(tally.submitted, tally.expected) : words.exempt(exemption.reason)}
        </p>
      </div>
      <Actions {...props} />
      <div class="two">
        <Essays {...props} />
        <Facts {...props} />
      </div>
      <History {...props} />
      <p class="print-only small">{words.printed(person.name, momentIn(now, shared))}</p>
    </>
  )
}
