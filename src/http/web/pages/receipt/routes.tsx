import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { type EssayVersion, handInId } from '../../../../domain/essay.ts'
import { reachesEnrolment, scopeOf } from '../../../../domain/permission.ts'
import { problem } from '../../../../domain/problems.ts'
import { receiptCode } from '../../../../domain/receipt.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import { checkHandIn } from '../../../../domain/submission.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getEnrolment } from '../../../../queries/enrolment.ts'
import { getReceipt } from '../../../../queries/receipt.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import { type Access, type Route, route } from '../../../route.ts'
import { serveBytes } from '../../../serve-bytes.ts'
import { page, type Redirect, type View } from '../../page.ts'
import { ownPlace, personPlace } from '../../places.ts'
import { SHARED } from '../../words.ts'
import { AskForCode, CheckedReceipt } from './check-view.tsx'
import { receiptText } from './text.ts'
import { type HandIn, MyReceipt } from './view.tsx'
import { WORDS } from './words.ts'

const typedCode = z.string().trim().min(1).max(60)

/** Everything that came with the file of this receipt, itself first. */
const handInOf = (versions: readonly EssayVersion[], typed: string): HandIn | null => {
  const code = receiptCode(typed)
  const found = versions.find(({ receipt }) => receipt === code)
  if (found === undefined) return null
  return [found, ...versions.filter(version => version !== found && handInId(version) === handInId(found))]
}

/** Without somebody in the path it is oneself. */
const params = z.object({ c: campaignCode, e: z.string().min(1).max(60).default('me') })

const receiptAt = (ports: Ports, path: string, access: Access): Route =>
  page({
    method: 'get',
    path,
    access,
    params,
    query: z.object({ ma: typedCode }),
    handle: async ({ actor, params: { c, e }, query, now, language, words }): Promise<Result<View>> => {
      const found = await getEnrolment(ports)(actor, c, e)
      if (!found.ok) return found
      const { campaign, enrolment, deadline, versions } = found.value
      const handIn = handInOf(versions, query.ma)
      if (handIn === null) return refuse(problem('not-found'))
      const mayHandIn = reachesEnrolment(scopeOf(actor, 'hand-in'), enrolment)
      return ok({
        frame: { title: WORDS[language].title, where: campaign.name, isNarrow: true },
        content: (
          <MyReceipt
            data={found.value}
            place={e === 'me' ? ownPlace(c) : personPlace(c, e)}
            isForHim={e !== 'me'}
            handIn={handIn}
            publicUrl={ports.publicUrl}
            mayHandIn={mayHandIn && checkHandIn(enrolment, deadline, now).length === 0}
            now={now}
            language={language}
            words={WORDS[language]}
            shared={words}
          />
        ),
      })
    },
  })

/** The same as a file to keep. */
const receiptFile = (ports: Ports): Route =>
  route({
    method: 'get',
    path: '/dot/:c/bai-cua-toi/giay-xac-nhan/tep',
    summary: 'A receipt of his own as a text file',
    tag: 'Pages',
    access: ['cadre'],
    params: z.object({ c: campaignCode }),
    query: z.object({ ma: typedCode }),
    answers: { 200: { bytes: 'text/plain' }, 206: { bytes: 'text/plain' }, 304: null },
    refusals: ['not-found', 'range-not-satisfiable'],
    handle: async ({ actor, params, query, req, res }) => {
      const found = await getEnrolment(ports)(actor, params.c, 'me')
      if (!found.ok) return found
      const handIn = handInOf(found.value.versions, query.ma)
      if (handIn === null) return refuse(problem('not-found'))
      const { language } = res.locals
      const words = WORDS[language]
      const bytes = Buffer.from(receiptText(found.value, handIn, ports.publicUrl, words, SHARED[language]))
      return serveBytes(req, res, {
        name: `${words.title} ${handIn[0].receipt}.txt`,
        type: 'text/plain; charset=utf-8',
        size: bytes.length,
        etag: createHash('sha256').update(bytes).digest('hex'),
        open: ({ start, end } = { start: 0, end: bytes.length - 1 }) =>
          Readable.from([bytes.subarray(start, end + 1)]),
      })
    },
  })

export const receiptPages = (ports: Ports): readonly Route[] => [
  receiptAt(ports, '/dot/:c/bai-cua-toi/giay-xac-nhan', ['cadre']),
  receiptFile(ports),
  receiptAt(ports, '/dot/:c/can-bo/:e/giay-xac-nhan', ['staff', 'trainer', 'admin']),
  page({
    method: 'get',
    path: '/giay-xac-nhan',
    access: 'public',
    limit: 'public',
    query: z.object({ ma: typedCode.optional() }),
    handle: async ({ query, language }): Promise<Result<View | Redirect>> => {
      if (query.ma !== undefined) return ok({ redirect: `/giay-xac-nhan/${encodeURIComponent(query.ma)}` })
      return ok({
        frame: { title: WORDS[language].check, isNarrow: true },
        content: <AskForCode words={WORDS[language]} />,
      })
    },
  }),
  page({
    method: 'get',
    path: '/giay-xac-nhan/:code',
    access: 'public',
    limit: 'public',
    params: z.object({ code: typedCode }),
    handle: async ({ params, language, words }): Promise<Result<View>> => {
      const receipt = await getReceipt(ports)(params.code)
      const frame = { title: WORDS[language].check, isNarrow: true }
      if (!receipt.ok)
        return ok({
          frame,
          problems: receipt.problems,
          content: <AskForCode words={WORDS[language]} unknown={params.code} />,
        })
      return ok({
        frame,
        content: (
          <CheckedReceipt
            receipt={receipt.value}
            language={language}
            words={WORDS[language]}
            shared={words}
          />
        ),
      })
    },
  }),
]
