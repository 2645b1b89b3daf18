import type { VNode } from 'preact'
import { z } from 'zod'
import type { Actor } from '../../../../domain/permission.ts'
import { type Problem, problem, sentence } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getPerson, type PersonAction, type PersonView } from '../../../../queries/person.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { issuesOf } from '../../../mount.ts'
import type { Route } from '../../../route.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { Back } from '../../parts/back.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { personPath } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import type { Language, SharedWords } from '../../words.ts'
import { type FormWords, WORDS } from './form-words.ts'
import { formPath, type PersonForm } from './paths.ts'

export const params = z.object({ c: campaignCode, e: z.string().min(1).max(60) })
/** As typed. */
export const typedText = z.string().max(5000).default('')
const query = z.object({ cd: z.string().max(10).optional() })

export interface BodyProps<T> {
  readonly data: PersonView
  /** Kept when something was wrong. */
  readonly typed: T
  readonly problems: readonly Problem[]
  readonly now: Date
  readonly language: Language
  readonly words: FormWords
  readonly shared: SharedWords
}

interface Doing {
  readonly actor: Actor
  readonly data: PersonView
  readonly now: Date
  readonly words: FormWords
  readonly shared: SharedWords
}

/** One thing that can be done about somebody. It holds no rule: the command decides, and `refusals` is what it asks. */
export interface FormOf<F extends z.ZodObject> {
  readonly path: PersonForm
  readonly action: PersonAction
  readonly title: (words: FormWords, name: string) => string
  readonly submit: (words: FormWords) => string
  readonly isDanger?: true
  /** As typed: what is wrong with it is told in the form. */
  readonly form: F
  readonly blank: (data: PersonView, now: Date, given: z.output<typeof query>) => z.output<F>
  /** Why it cannot be done now, whatever is typed. */
  readonly refusals: (data: PersonView, now: Date, typed: z.output<F>) => readonly Problem[]
  readonly body: (props: BodyProps<z.output<F>>, ports: Ports, actor: Actor) => VNode | Promise<VNode>
  /** Does it; what is said afterwards. */
  readonly run: (ports: Ports, doing: Doing, typed: z.output<F>) => Promise<Result<string>>
}

/** What was typed, by the schema of what is needed; all that is wrong belongs to a field. */
export const asked = <S extends z.ZodType>(schema: S, typed: unknown): Result<z.output<S>> => {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return ok(parsed.data)
  const [first = problem('input-not-valid'), ...more] = issuesOf(parsed.error, 'body')
  return refuse(first, ...more)
}

type Context = Pick<
  PageContext<typeof params, undefined, undefined>,
  'actor' | 'params' | 'language' | 'words' | 'csrf' | 'now'
>

const show = async <F extends z.ZodObject>(
  ports: Ports,
  of: FormOf<F>,
  { actor, language, words: shared, csrf, now }: Context,
  data: PersonView,
  typed: z.output<F>,
  problems: readonly Problem[],
): Promise<View> => {
  const { campaign, enrolment, unitName } = data
  const words = WORDS[language]
  const home = personPath(campaign.code, enrolment.id)
  const refusals = of.refusals(data, now, typed)
  const props = { data, typed, problems, now, language, words, shared }
  const title = of.title(words, enrolment.person.name)
  return {
    frame: { ...deskFrame(actor, campaign, 'people', title, shared), isNarrow: true },
    problems,
    content: (
      <>
        <Back href={home} label={enrolment.person.name} />
        <ProblemSummary problems={problems} language={language} words={shared} />
        <div class="stack-close">
          <h1>{title}</h1>
          <p class="quiet">
            {[enrolment.posts[0], unitName(enrolment.unit)].filter(part => part !== undefined).join(', ')}
          </p>
        </div>
        {refusals.length > 0 ? (
          refusals.map(refusal => (
            <p key={refusal.code} class="note">
              {sentence(refusal, language)}
            </p>
          ))
        ) : (
          <Form action={formPath(campaign.code, enrolment.id, of.path)} csrf={csrf}>
            {await of.body(props, ports, actor)}
            <div class="row actions">
              <button type="submit" class={of.isDanger === true ? 'button danger' : 'button'}>
                {of.submit(words)}
              </button>
              <a class="button second" href={home}>
                {words.leave}
              </a>
            </div>
          </Form>
        )}
      </>
    ),
  }
}

/** The form, and what becomes of it: done and told on the person's page, or shown again with what is wrong. */
export const formPages =
  <F extends z.ZodObject>(of: FormOf<F>) =>
  (ports: Ports): readonly Route[] => {
    const find = async ({ actor, params: { c, e }, now }: Context): Promise<Result<PersonView>> => {
      const found = await getPerson(ports)(actor, c, e, now)
      return found.ok && !found.value.may[of.action] ? refuse(problem('not-found')) : found
    }
    const path = `/dot/:c/can-bo/:e/${of.path}`
    const access = ['staff', 'admin'] as const
    return [
      page({
        method: 'get',
        path,
        access,
        params,
        query,
        handle: async (context): Promise<Result<View>> => {
          const found = await find(context)
          if (!found.ok) return found
          const data = found.value
          return ok(await show(ports, of, context, data, of.blank(data, context.now, context.query), []))
        },
      }),
      page({
        method: 'post',
        path,
        access,
        params,
        form: of.form,
        handle: async (context): Promise<Result<View | Redirect>> => {
          const found = await find(context)
          if (!found.ok) return found
          const data = found.value
          const { actor, now, language, words: shared, form } = context
          // Parsed already; this only says so in its type.
          const typed = of.form.parse(form)
          const done = await of.run(ports, { actor, data, now, words: WORDS[language], shared }, typed)
          if (!done.ok) return ok(await show(ports, of, context, data, typed, done.problems))
          return ok({
            redirect: personPath(data.campaign.code, data.enrolment.id),
            flash: done.value,
          })
        },
      }),
    ]
  }
