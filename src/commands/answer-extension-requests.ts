import type { CampaignCode } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { ExtensionRequest, RequestAnswer, RequestVerdict } from '../domain/extension-request.ts'
import { type Notice, noticeFor } from '../domain/notice.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { GrantedExtension } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import { callSenders } from './call-senders.ts'
import { planExtension, writeExtension } from './grant-extension.ts'

export interface AnswerInput {
  readonly requests: readonly ExtensionRequest['id'][]
  readonly verdict: RequestVerdict
  /** For all of them; not given: each gets what he asked for. */
  readonly dueAt?: Date | undefined
  readonly note?: string | undefined
}

interface Planned {
  readonly request: ExtensionRequest
  readonly enrolment: Enrolment
  /** null: refused. */
  readonly extension: GrantedExtension | null
}

type Needed = Parameters<typeof planExtension>[0] &
  Pick<Ports, 'extensionRequests' | 'extensions' | 'notices' | 'audit' | 'transact' | 'queue'>

const noticeId = (request: ExtensionRequest['id']): string => `extension-answer-${request}`

/** He is told by mail, in the same transaction. */
const noticeOf = ({ id }: ExtensionRequest, enrolment: Enrolment, now: Date): Notice =>
  noticeFor(enrolment, { id: noticeId(id), kind: 'extension-answer', cause: id }, now)

/** Answers requests of the actor's people, all or none: approving grants the extension, with the reason that was given. */
export const answerExtensionRequests =
  (ports: Needed) =>
  async (
    actor: Actor,
    code: CampaignCode,
    input: AnswerInput,
    now: Date,
  ): Promise<Result<readonly ExtensionRequest[]>> => {
    const { extensionRequests, enrolments, notices, audit, transact, queue } = ports

    const plan = async (request: ExtensionRequest, tx: Tx): Promise<Result<Planned>> => {
      const enrolment = await enrolments.find(scopeOf(actor, 'grant-extension'), code, request.enrolment, tx)
      if (enrolment === null) return refuse(problem('not-found'))
      if (request.answer !== null)
        return refuse(problem('request-answered', { name: enrolment.person.name }, 'body/requests'))
      if (input.verdict === 'refused') return ok({ request, enrolment, extension: null })
      const extension = await planExtension(ports)(
        actor,
        code,
        { enrolment: enrolment.id, dueAt: input.dueAt ?? request.dueAt, reason: request.reason },
        now,
        tx,
      )
      return extension.ok ? ok({ request, enrolment, extension: extension.value }) : extension
    }

    const write = async ({ request, enrolment, extension }: Planned, tx: Tx): Promise<ExtensionRequest> => {
      if (extension !== null) await writeExtension(ports)(actor, extension, tx)
      const answer: RequestAnswer = {
        verdict: input.verdict,
        note: input.note ?? null,
        dueAt: extension?.dueAt ?? null,
        at: now,
        by: actor.id,
      }
      await extensionRequests.answer(request.id, answer, tx)
      await notices.insert([noticeOf(request, enrolment, now)], tx)
      await audit.write(
        {
          actor,
          action: 'extension.answered',
          target: `enrolment:${enrolment.id}`,
          path: enrolment.path,
          at: now,
          details: { request: request.id, verdict: answer.verdict, dueAt: answer.dueAt, note: answer.note },
        },
        tx,
      )
      return { ...request, answer }
    }

    const answered = await transact(async (tx): Promise<Result<readonly ExtensionRequest[]>> => {
      const requests = await extensionRequests.find(code, input.requests, tx)
      if (requests.length < new Set(input.requests).size) return refuse(problem('not-found'))
      const planned: Planned[] = []
      const problems: Problem[] = []
      // One after the other: a transaction does one thing at a time.
      for (const request of requests) {
        const result = await plan(request, tx)
        if (result.ok) planned.push(result.value)
        else problems.push(...result.problems)
      }
      const [first, ...more] = problems
      if (first !== undefined) return refuse(first, ...more)
      const written: ExtensionRequest[] = []
      for (const entry of planned) written.push(await write(entry, tx))
      return ok(written)
    })
    if (answered.ok)
      await callSenders({ queue })('answers', answered.value.length, noticeId(answered.value[0]?.id ?? ''))
    return answered
  }
