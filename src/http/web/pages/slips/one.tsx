import type { PersonView } from '../../../../queries/person.ts'
import { Back } from '../../parts/back.tsx'
import { Form } from '../../parts/form.tsx'
import { personPath, slipPath } from '../../paths.ts'
import type { SlipWords } from './words.ts'

/** Says what happens before a slip is made, and what it ends. */
export const OneSlip = ({
  data: { campaign, enrolment, slip },
  batch,
  csrf,
  words,
}: {
  readonly data: PersonView
  readonly batch: string
  readonly csrf: string
  readonly words: SlipWords
}) => {
  const home = personPath(campaign.code, enrolment.id)
  return (
    <>
      <Back href={home} label={enrolment.person.name} />
      <h1>{words.oneTitle(enrolment.person.name)}</h1>
      <p>{words.oneLead}</p>
      {slip === 'unused' ? <p class="note soon">{words.oneAgain}</p> : null}
      <Form action={slipPath(campaign.code, enrolment.id)} csrf={csrf}>
        <input type="hidden" name="batch" value={batch} />
        <div class="row actions">
          <button type="submit" class="button">
            {words.onePrint}
          </button>
          <a class="button second" href={home}>
            {words.leave}
          </a>
        </div>
      </Form>
    </>
  )
}
