import { z } from 'zod'
import { issueSlips, type SlipsAsked } from '../../../../commands/issue-slips.ts'
import { problem, sentence } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../../../../domain/result.ts'
import { SLIP_CHOICES } from '../../../../domain/slip.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getPerson } from '../../../../queries/person.ts'
import { getSlipDesk } from '../../../../queries/slips.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { slipUrl } from '../../../slip-url.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { personPath, slipsPath } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import { OneSlip } from './one.tsx'
import { SlipSheets } from './sheet.tsx'
import { Slips } from './view.tsx'
import { WORDS } from './words.ts'

const ACCESS = ['staff', 'admin'] as const
const params = z.object({ c: campaignCode })
const ofPerson = params.extend({ e: z.string().min(1).max(60) })
const batch = z.string().regex(/^[0-9a-f]{24}$/)

type Context = Pick<
  PageContext<typeof params, undefined, undefined>,
  'actor' | 'params' | 'now' | 'language' | 'words'
>

/**
 * Slips are shown in the answer to what made them, and nowhere again: only their hashes are kept. Sent once more, as a
 * refresh does, the form leads back and says so; what was printed goes on to open.
 */
const printed = async (
  ports: Ports,
  { actor, params: { c }, now, language, words: shared }: Context,
  asked: Omit<SlipsAsked, 'campaign'>,
  back: { readonly href: string; readonly label: string },
): Promise<Result<View | Redirect>> => {
  const words = WORDS[language]
  const issued = await issueSlips(ports)(actor, { campaign: c, ...asked }, now)
  if (!issued.ok) {
    const [first] = issued.problems
    return first.code === 'not-found' ? issued : ok({ redirect: back.href, flash: sentence(first, language) })
  }
  return ok({
    frame: { title: words.title, where: issued.value.campaign.name },
    content: (
      <SlipSheets
        issued={issued.value}
        urlOf={code => slipUrl(ports, code)}
        address={`${ports.publicUrl}/dang-nhap`.replace(/^https?:\/\//, '')}
        back={back}
        language={language}
        words={words}
        shared={shared}
      />
    ),
  })
}

export const slipPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/phieu-dang-nhap',
    access: ACCESS,
    params,
    query: z.object({ unit: unitCode.optional() }),
    handle: async ({ actor, params: { c }, query, now, csrf, language, words: shared }) =>
      mapResult(await getSlipDesk(ports)(actor, { campaign: c, unit: query.unit }, now), data => ({
        frame: {
          ...deskFrame(actor, data.choice.campaign, 'slips', WORDS[language].title, shared),
          isNarrow: true,
        },
        content: (
          <Slips
            data={data}
            batch={ports.random.id()}
            csrf={csrf}
            language={language}
            words={WORDS[language]}
            shared={shared}
          />
        ),
      })),
  }),
  page({
    method: 'post',
    path: '/dot/:c/phieu-dang-nhap',
    access: ACCESS,
    params,
    form: z.object({ unit: unitCode, whom: z.enum(SLIP_CHOICES), batch }),
    handle: async context => {
      const {
        params: { c },
        form: { unit, whom, batch },
        language,
      } = context
      const back = { href: slipsPath(c, unit), label: WORDS[language].back }
      return printed(ports, context, { whom: { unit, choice: whom }, batch }, back)
    },
  }),
  page({
    method: 'get',
    path: '/dot/:c/can-bo/:e/phieu',
    access: ACCESS,
    params: ofPerson,
    handle: async ({
      actor,
      params: { c, e },
      now,
      csrf,
      language,
      words: shared,
    }): Promise<Result<View>> => {
      const found = await getPerson(ports)(actor, c, e, now)
      if (!found.ok) return found
      if (!found.value.may['issue-slip']) return refuse(problem('not-found'))
      const words = WORDS[language]
      return ok({
        frame: {
          ...deskFrame(
            actor,
            found.value.campaign,
            'people',
            words.oneTitle(found.value.enrolment.person.name),
            shared,
          ),
          isNarrow: true,
        },
        content: <OneSlip data={found.value} batch={ports.random.id()} csrf={csrf} words={words} />,
      })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/can-bo/:e/phieu',
    access: ACCESS,
    params: ofPerson,
    form: z.object({ batch }),
    handle: async context => {
      const { c, e } = context.params
      const found = await getPerson(ports)(context.actor, c, e, context.now)
      if (!found.ok) return found
      const back = { href: personPath(c, e), label: found.value.enrolment.person.name }
      return printed(ports, context, { whom: { enrolments: [e] }, batch: context.form.batch }, back)
    },
  }),
]
