import { z } from 'zod'
import { chooseGathered, type GatheredChoice } from '../../../../commands/choose-gathered.ts'
import { problem } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getCast, getGathering } from '../../../../queries/gathering.ts'
import { listEnrolments } from '../../../../queries/list-enrolments.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect, type View } from '../../page.ts'
import { gatheringPath, withQuery } from '../../paths.ts'
import { ChooseForFile } from './file-view.tsx'
import { FILE_FILTERS } from './filter.ts'
import { frameOf, GATHERERS, ofGathering, showGathering } from './frame.tsx'
import { WORDS } from './words.ts'

const FOUND = 20

const shownQuery = z.object({
  xem: z.enum(FILE_FILTERS).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(1000).catch(1),
})

const values = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
/** Fields are named after the files: `who.<id>`, `topics.<id>`, `skip.<id>`. */
const choices = z
  .object({ file: values, next: z.string().max(20).default('stay') })
  .catchall(z.union([z.string(), z.array(z.string())]))

type Choices = z.output<typeof choices>

const listOf = (form: Choices, name: string): readonly string[] => [form[name] ?? []].flat()

const choiceOf = (form: Choices, id: string): GatheredChoice => ({
  id,
  enrolment: listOf(form, `who.${id}`)[0] || null,
  topics: listOf(form, `topics.${id}`),
  isSkipped: listOf(form, `skip.${id}`).length > 0,
})

const ofFile = ofGathering.extend({ file: z.string().max(60) })

export const choicePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/nop-ho/:id',
    access: GATHERERS,
    params: ofGathering,
    query: shownQuery,
    handle: async context =>
      showGathering(ports)(context, { filter: context.query.xem, pageNumber: context.query.trang }),
  }),
  page({
    method: 'post',
    path: '/dot/:c/nop-ho/:id',
    access: GATHERERS,
    params: ofGathering,
    query: shownQuery,
    form: choices,
    handle: async ({ actor, params, query, form, now, language }): Promise<Result<Redirect>> => {
      const made = form.file.map(id => choiceOf(form, id))
      const chosen = await chooseGathered(ports)(actor, params.id, made, now)
      if (!chosen.ok) return chosen
      const path = gatheringPath(params.c, params.id)
      if (form.next === 'review') return ok({ redirect: `${path}/xem-lai` })
      const { xem, trang } = query
      const back = withQuery(path, { xem, trang: trang === 1 ? undefined : String(trang) })
      return ok({ redirect: back, flash: WORDS[language].saved })
    },
  }),
  page({
    method: 'get',
    path: '/dot/:c/nop-ho/:id/tep/:file',
    access: GATHERERS,
    params: ofFile,
    query: z.object({ q: z.string().max(100).default('') }),
    handle: async (context): Promise<Result<View>> => {
      const { actor, params, query, csrf, now, language, words } = context
      const found = await getGathering(ports)(actor, params.id)
      if (!found.ok) return found
      const data = found.value
      const file = data.files.find(({ id }) => id === params.file)
      if (file === undefined) return refuse(problem('not-found'))
      const searched =
        query.q.trim() === ''
          ? null
          : await listEnrolments(ports)(actor, {
              campaign: data.campaign.code,
              q: query.q,
              order: { by: 'name', descending: false },
              limit: FOUND,
              from: null,
            })
      if (searched !== null && !searched.ok) return searched
      const others = searched?.value.items.map(({ id }) => id) ?? []
      const cast = await getCast(ports)(actor, data, [file], others)
      return ok({
        frame: { ...frameOf(context, data.campaign), isNarrow: true },
        content: (
          <ChooseForFile
            data={data}
            file={file}
            cast={cast}
            q={query.q}
            found={others}
            total={searched?.value.total ?? null}
            csrf={csrf}
            now={now}
            language={language}
            words={WORDS[language]}
            shared={words}
          />
        ),
      })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/nop-ho/:id/tep/:file',
    access: GATHERERS,
    params: ofFile,
    form: z.object({ who: z.string().max(60).default(''), topics: values }),
    handle: async ({ actor, params, form, now, language }): Promise<Result<Redirect>> => {
      const choice = {
        id: params.file,
        enrolment: form.who === '' ? null : form.who,
        topics: form.topics,
        isSkipped: false,
      }
      const chosen = await chooseGathered(ports)(actor, params.id, [choice], now)
      if (!chosen.ok) return chosen
      return ok({ redirect: gatheringPath(params.c, params.id), flash: WORDS[language].saved })
    },
  }),
]
