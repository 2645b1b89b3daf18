import { z } from 'zod'
import { mapResult, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { exportPeople, exportSelection, type ListFormat } from '../../../../queries/people-export.ts'
import { getSelection } from '../../../../queries/selection.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { LIST_TYPES } from '../../../list-types.ts'
import { type Route, route } from '../../../route.ts'
import { serveStream } from '../../../serve-bytes.ts'
import { page, type View } from '../../page.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Icon } from '../../parts/icon.tsx'
import { askedBy, filterShape } from '../people/filter.ts'
import { Deed, type DeedProps, params } from './frame.tsx'
import { exportPath } from './paths.ts'
import { WORDS } from './words.ts'

const ACCESS = ['staff', 'trainer', 'admin'] as const

const Export = (props: DeedProps) => {
  const { campaign, selection, language, words } = props
  const people = numberIn(selection.enrolments.length, language)
  const path = (format: ListFormat) => exportPath(campaign.code, format, { selection: selection.id })
  return (
    <Deed {...props} title={words.export.title}>
      <p>{words.export.lead(people)}</p>
      <div class="row actions">
        <a class="button" href={path('xlsx')}>
          <Icon name="download" /> {words.export.xlsx(people)}
        </a>
        <a class="button second" href={path('csv')}>
          <Icon name="download" /> {words.export.csv(people)}
        </a>
      </div>
    </Deed>
  )
}

const downloads = (ports: Ports, format: ListFormat): readonly Route[] => [
  route({
    method: 'get',
    path: `/dot/:c/chua-nop/xuat.${format}`,
    summary: 'All whom the page shows',
    tag: 'Pages',
    access: ACCESS,
    params: z.object({ c: campaignCode }),
    query: z.object(filterShape),
    answers: { 200: { bytes: LIST_TYPES[format] } },
    refusals: ['not-found', 'topic-not-known'],
    handle: async ({ actor, params, query, now, req, res }) => {
      const asked = askedBy(params.c, query)
      const file = await exportPeople(ports)(actor, asked, format, now)
      return file.ok ? serveStream(req, res, { ...file.value, type: LIST_TYPES[format] }) : file
    },
  }),
  route({
    method: 'get',
    path: `/dot/:c/chua-nop/chon/:s/xuat.${format}`,
    summary: 'Those chosen',
    tag: 'Pages',
    access: ACCESS,
    params,
    answers: { 200: { bytes: LIST_TYPES[format] } },
    refusals: ['not-found'],
    handle: async ({ actor, params, now, req, res }) => {
      const found = await getSelection(ports)(actor, params.c, params.s)
      if (!found.ok) return found
      const { campaign, selection } = found.value
      const file = await exportSelection(ports)(actor, campaign, selection, format, now)
      return serveStream(req, res, { ...file, type: LIST_TYPES[format] })
    },
  }),
]

export const exportPages = (ports: Ports): readonly Route[] => [
  ...downloads(ports, 'xlsx'),
  ...downloads(ports, 'csv'),
  page({
    method: 'get',
    path: '/dot/:c/chua-nop/chon/:s/xuat',
    access: ACCESS,
    params,
    handle: async ({ actor, params, now, csrf, language, words: shared }): Promise<Result<View>> =>
      mapResult(await getSelection(ports)(actor, params.c, params.s), chosen => ({
        frame: { title: WORDS[language].export.title, where: chosen.campaign.name, isNarrow: true },
        content: <Export {...chosen} {...{ csrf, now, language, shared }} words={WORDS[language]} />,
      })),
  }),
]
