import { sendWave, type WaveAnswer } from '../../../../commands/send-wave.ts'
import { type Problem, sentence } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Selection } from '../../../../domain/selection.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getSelection } from '../../../../queries/selection.ts'
import { type Survey, surveySelection } from '../../../../queries/selection-survey.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect, type View } from '../../page.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { ACCESS, backPath, Deed, type DeedProps, LeftOutLines, params } from './frame.tsx'
import { callListPath, deedPath } from './paths.ts'
import { WORDS } from './words.ts'

const waveOf = ({ id, campaign, enrolments }: Selection, dryRun: boolean) => ({
  campaign,
  selection: { enrolments },
  dryRun,
  idempotencyKey: `chon-${id}`,
})

/** Nobody to mail: what the command says of it. */
type Preview = { readonly answer: WaveAnswer } | { readonly refusals: readonly Problem[] }

const Remind = (props: DeedProps & { readonly preview: Preview; readonly survey: Survey }) => {
  const { campaign, selection, preview, survey, csrf, language, words } = props
  const {
    recipients,
    byMessage = 0,
    withoutAddress,
    sample,
  } = 'answer' in preview ? preview.answer : { recipients: 0, withoutAddress: 0 }
  const justNow = survey.concerned - recipients - withoutAddress
  const number = (n: number): string => numberIn(n, language)
  return (
    <Deed {...props} title={words.remind.title}>
      {'refusals' in preview
        ? preview.refusals.map(refusal => (
            <p key={refusal.code} class="note">
              {sentence(refusal, language)}
            </p>
          ))
        : null}
      <ul class="outcome">
        {recipients > 0 ? (
          <li>
            <strong>{words.remind.will(number(recipients))}</strong>
          </li>
        ) : null}
        {byMessage > 0 ? <li>{words.remind.texted(number(byMessage))}</li> : null}
        {withoutAddress > 0 ? (
          <li>
            {words.remind.without(number(withoutAddress))}{' '}
            <a href={callListPath(campaign.code, { unit: selection.list.unit ?? undefined })}>
              {words.remind.callList}
            </a>
          </li>
        ) : null}
        {justNow > 0 ? <li>{words.remind.justNow(number(justNow))}.</li> : null}
        <LeftOutLines survey={survey} language={language} words={words} />
      </ul>
      {sample === undefined ? null : (
        <section class="stack-close" aria-labelledby="letter">
          <h2 id="letter">{words.letter}</h2>
          <p class="hint">{words.letterNote}</p>
          <figure class="letter">
            <p>
              <strong>{words.subject(sample.subject)}</strong>
            </p>
            <p>{sample.text}</p>
          </figure>
        </section>
      )}
      {recipients === 0 ? null : (
        <Form action={deedPath(campaign.code, selection.id, 'nhac')} csrf={csrf}>
          <div class="row actions">
            <button type="submit" class="button">
              {words.remind.button(number(recipients))}
            </button>
          </div>
        </Form>
      )}
    </Deed>
  )
}

const path = '/dot/:c/chua-nop/chon/:s/nhac'

export const remindPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path,
    access: ACCESS,
    params,
    handle: async ({
      actor,
      params,
      now,
      csrf,
      language,
      words: shared,
    }): Promise<Result<View | Redirect>> => {
      const found = await getSelection(ports)(actor, params.c, params.s)
      if (!found.ok) return found
      const { campaign, selection } = found.value
      const words = WORDS[language]
      const wave = await sendWave(ports)(actor, waveOf(selection, true), now)
      // It was sent already: back and refresh come here again.
      if (wave.ok && wave.value.id !== null)
        return ok({
          redirect: backPath(selection),
          flash: words.remind.done(numberIn(wave.value.recipients, language)),
        })
      const survey = await surveySelection(ports)(actor, campaign, selection, { kind: 'reminder' }, now)
      const preview = wave.ok ? { answer: wave.value } : { refusals: wave.problems }
      return ok({
        frame: { title: words.remind.title, where: campaign.name, isNarrow: true },
        content: <Remind {...{ campaign, selection, survey, preview, csrf, now, language, words, shared }} />,
      })
    },
  }),
  page({
    method: 'post',
    path,
    access: ACCESS,
    params,
    handle: async ({ actor, params, now, language }): Promise<Result<Redirect>> => {
      const found = await getSelection(ports)(actor, params.c, params.s)
      if (!found.ok) return found
      const { selection } = found.value
      return mapResult(await sendWave(ports)(actor, waveOf(selection, false), now), ({ recipients }) => ({
        redirect: backPath(selection),
        flash: WORDS[language].remind.done(numberIn(recipients, language)),
      }))
    },
  }),
]
