import type { ComponentChildren } from 'preact'
import type { Birth } from '../../../../domain/cadre.ts'
import { checkHandIn } from '../../../../domain/submission.ts'
import { formatDate } from '../../../../domain/time.ts'
import { Due } from '../../parts/moment.tsx'
import { slipPath, unitPath } from '../../paths.ts'
import { revokePath } from '../extensions/paths.ts'
import { formPath } from './paths.ts'
import type { PersonProps } from './props.ts'

/** `1980-02-03` as people write it; a year stays one. */
const birthIn = (birth: Birth): string => birth.split('-').reverse().join('/')

const Fact = ({
  term,
  action,
  children,
}: {
  readonly term: string
  readonly action?: { readonly href: string; readonly label: string; readonly of?: string } | null
  readonly children: ComponentChildren
}) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
    {action == null ? null : (
      <dd class="act no-print">
        <a class="touch" href={action.href}>
          {action.label}
          {action.of === undefined ? null : <span class="hidden"> {action.of}</span>}
        </a>
      </dd>
    )}
  </div>
)

const UnitFact = ({ data, words }: PersonProps) => {
  const { campaign, enrolment, may, units, unitName } = data
  const name = unitName(enrolment.unit)
  const earlier = enrolment.stays.slice(0, -1)
  return (
    <Fact
      term={words.unit}
      action={
        may['move-person']
          ? { href: formPath(campaign.code, enrolment.id, 'chuyen'), label: words.move }
          : null
      }
    >
      {units.some(({ code }) => code === enrolment.unit) ? (
        <a href={unitPath(campaign.code, enrolment.unit)}>{name}</a>
      ) : (
        name
      )}
      {earlier.length === 0 ? null : (
        <ul class="plain small quiet">
          {earlier.map(({ unit, since }, i) => (
            <li key={since.getTime()}>
              {words.before(
                unitName(unit),
                formatDate(since),
                formatDate(enrolment.stays[i + 1]?.since ?? since),
              )}
            </li>
          ))}
        </ul>
      )}
    </Fact>
  )
}

const ContactFacts = ({ data, words }: PersonProps) => {
  const { campaign, enrolment, may } = data
  const { email, ownEmail, phone } = enrolment.person
  const change = {
    href: formPath(campaign.code, enrolment.id, 'lien-he'),
    label: words.change,
    of: words.changeContact,
  }
  return (
    <>
      <Fact term={words.email} action={may['edit-contact'] ? change : null}>
        {email === null ? words.noEmail : <a href={`mailto:${email}`}>{email}</a>}
        {ownEmail === undefined ? null : <span class="quiet small"> ({words.ownEmail})</span>}
      </Fact>
      <Fact term={words.phone}>{phone === null ? words.none : <a href={`tel:${phone}`}>{phone}</a>}</Fact>
    </>
  )
}

const DueFact = ({ data, now, words, shared }: PersonProps) => {
  const { campaign, enrolment, deadline, extensions, may } = data
  const isOwing = enrolment.tally.missing > 0
  return (
    <Fact
      term={words.due}
      action={
        may['grant-extension'] && isOwing
          ? { href: formPath(campaign.code, enrolment.id, 'gia-han'), label: words.extend }
          : null
      }
    >
      <Due at={deadline.dueAt} now={now} words={shared} />
      {extensions.map(({ id, reason, unit }) => (
        <p key={id} class="small quiet">
          {words.extended(reason)}
          {unit === null ? null : ` (${words.ofWholeUnit})`}
          {unit === null && may['grant-extension'] ? (
            <>
              {' '}
              <a class="no-print" href={revokePath(campaign.code, id)}>
                {words.revoke}
              </a>
            </>
          ) : null}
        </p>
      ))}
    </Fact>
  )
}

const ExemptionFact = ({ data, words }: PersonProps) => {
  const { campaign, enrolment, may } = data
  const { exemption } = enrolment
  const action =
    exemption === null
      ? { href: formPath(campaign.code, enrolment.id, 'mien'), label: words.grantExemption }
      : { href: formPath(campaign.code, enrolment.id, 'thoi-mien'), label: words.endExemption }
  return (
    <Fact term={words.exemption} action={may['grant-exemption'] ? action : null}>
      {exemption === null ? (
        words.notExempt
      ) : (
        <>
          {exemption.reason}
          <br />
          <span class="quiet small">{words.exemptSince(formatDate(exemption.at))}</span>
        </>
      )}
    </Fact>
  )
}

const SlipFact = ({ data, words }: PersonProps) => {
  const { campaign, enrolment, slip, may } = data
  if (!may['issue-slip']) return null
  const action =
    enrolment.exemption === null
      ? { href: slipPath(campaign.code, enrolment.id), label: words.slipAction[slip] }
      : null
  return (
    <Fact term={words.slip} action={action}>
      {words.slipState[slip]}
      {slip === 'unused' ? (
        <p class="small no-print">
          <a href={formPath(campaign.code, enrolment.id, 'thu-hoi-phieu')}>{words.revokeSlip}</a>
        </p>
      ) : null}
    </Fact>
  )
}

/** Who he is and how he is reached; what can be changed stands beside what it changes. */
export const Facts = (props: PersonProps) => {
  const { data, words } = props
  const { person, posts, venue } = data.enrolment
  return (
    <section class="stack" aria-labelledby="facts-title">
      <h2 id="facts-title">{words.facts}</h2>
      <dl class="summary">
        <Fact term={words.posts}>{posts.length === 0 ? words.none : posts.join('; ')}</Fact>
        <UnitFact {...props} />
        <ContactFacts {...props} />
        <DueFact {...props} />
        <ExemptionFact {...props} />
        <SlipFact {...props} />
        {person.birth === null ? null : <Fact term={words.birth}>{birthIn(person.birth)}</Fact>}
        {person.staffCode === null ? null : <Fact term={words.staffCode}>{person.staffCode}</Fact>}
        {venue === null ? null : <Fact term={words.venue}>{venue}</Fact>}
      </dl>
    </section>
  )
}

/** Can staff bring in an essay for him now, as a file? The command asks the same. */
export const mayHandIn = ({ data, now }: Pick<PersonProps, 'data' | 'now'>): boolean =>
  data.may['hand-in'] && checkHandIn(data.enrolment, data.deadline, now).length === 0
