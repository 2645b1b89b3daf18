import { z } from 'zod'
import { confirmRoster } from '../../../../commands/confirm-roster.ts'
import { previewRoster } from '../../../../commands/preview-roster.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import { isImportUnderWay } from '../../../../domain/roster-import.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getRosterImport, getRosterPreview } from '../../../../queries/roster-import.ts'
import { listRosterImports, type RosterImportsView } from '../../../../queries/roster-imports.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import { readRosterUpload, rosterUpload } from '../../../receive-table.ts'
import type { Route } from '../../../route.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { rosterPath } from '../../paths.ts'
import { deskFrame } from '../../tabs.ts'
import { RosterUpload } from './upload-view.tsx'
import { Roster } from './view.tsx'
import { WORDS } from './words.ts'

const IMPORTERS = ['staff', 'admin'] as const
const ofCampaign = z.object({ c: campaignCode })
const ofRoster = ofCampaign.extend({ id: z.string().max(60) })

type Asked = Pick<
  PageContext<undefined, undefined, undefined>,
  'actor' | 'language' | 'words' | 'now' | 'csrf'
>

/** What is wrong with a file is told at the file; with no place of its own. */
const atFile = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map(one => (one.at === undefined ? problem(one.code, one.details, 'file') : one))

const showUpload = (
  data: RosterImportsView,
  { actor, language, words, now, csrf }: Asked,
  unit: string | undefined,
  problems: readonly Problem[],
): View => ({
  frame: deskFrame(actor, data.campaign, 'roster', WORDS[language].title, words),
  problems,
  content: (
    <RosterUpload
      data={data}
      unit={unit}
      problems={atFile(problems)}
      csrf={csrf}
      now={now}
      language={language}
      words={WORDS[language]}
      shared={words}
    />
  ),
})

export const rosterPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/dot/:c/danh-sach',
    access: IMPORTERS,
    params: ofCampaign,
    query: z.object({ unit: unitCode.optional().catch(undefined) }),
    handle: async context =>
      mapResult(await listRosterImports(ports)(context.actor, context.params.c), data =>
        showUpload(data, context, context.query.unit, []),
      ),
  }),
  page({
    method: 'post',
    path: '/dot/:c/danh-sach',
    access: IMPORTERS,
    params: ofCampaign,
    multipart: rosterUpload,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, now, req, res } = context
      const upload = await readRosterUpload(req, res)
      const previewed = upload.ok
        ? await previewRoster(ports)(
            actor,
            { campaign: params.c, unit: upload.value.fields.unit, file: upload.value.file },
            now,
          )
        : upload
      if (previewed.ok) return ok({ redirect: rosterPath(params.c, previewed.value.id) })
      const { problems } = previewed
      if (problems.some(({ code }) => code === 'not-found' || code === 'csrf-token-not-valid'))
        return previewed
      const { unit } = rosterUpload
        .pick({ unit: true })
        .partial()
        .catch({})
        .parse(req.body ?? {})
      return mapResult(await listRosterImports(ports)(actor, params.c), data =>
        showUpload(data, context, unit, problems),
      )
    },
  }),
  page({
    method: 'get',
    path: '/dot/:c/danh-sach/:id',
    access: IMPORTERS,
    params: ofRoster,
    handle: async ({ actor, params, now, language, words, csrf }): Promise<Result<View>> => {
      const found = await getRosterImport(ports)(actor, params.id)
      if (!found.ok) return found
      const { campaign, roster } = found.value
      const whole = isImportUnderWay(roster) ? null : await getRosterPreview(ports)(actor, params.id)
      const content = (
        <Roster
          data={found.value}
          preview={whole?.ok ? whole.value.preview : null}
          csrf={csrf}
          now={now}
          language={language}
          words={WORDS[language]}
          shared={words}
        />
      )
      return ok({
        frame: deskFrame(actor, campaign, 'roster', WORDS[language].title, words),
        content,
        piece: content,
      })
    },
  }),
  page({
    method: 'post',
    path: '/dot/:c/danh-sach/:id/xac-nhan',
    access: IMPORTERS,
    params: ofRoster,
    handle: async ({ actor, params, now }): Promise<Result<Redirect>> => {
      const confirmed = await confirmRoster(ports)(actor, params.id, now)
      // Pressed twice, or gone meanwhile: the page itself says how it stands.
      const isKnown = confirmed.ok || confirmed.problems.every(({ code }) => code !== 'not-found')
      return isKnown ? ok({ redirect: rosterPath(params.c, params.id) }) : confirmed
    },
  }),
]
