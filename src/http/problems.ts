import type { ErrorRequestHandler, Response } from 'express'
import { type Problem, type ProblemCode, problem, sentence } from '../domain/problems.ts'

/** The status of every code. The catalogue itself knows nothing of HTTP. */
export const STATUS: Readonly<Record<ProblemCode, number>> = {
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'signature-not-valid': 401,
  'link-not-valid': 410,
  'confirmation-not-valid': 410,
  'email-taken': 409,
  'slip-not-valid': 410,
  forbidden: 403,
  'csrf-token-not-valid': 403,
  'too-many-requests': 429,
  'not-found': 404,
  'method-not-allowed': 405,
  'input-not-valid': 400,
  'media-type-not-supported': 415,
  'body-too-large': 413,
  'already-exists': 409,
  'campaign-dates-not-in-order': 422,
  'campaign-topics-in-use': 409,
  'mail-field-not-known': 422,
  'mail-field-malformed': 422,
  'own-admin-grant': 409,
  'last-admin': 409,
  'account-without-address': 409,
  'account-disabled': 409,
  'unit-ended': 409,
  'unit-in-use': 409,
  'roster-not-readable': 422,
  'roster-too-large': 413,
  'roster-without-header': 422,
  'preview-expired': 410,
  'import-confirmed': 409,
  'nothing-to-import': 422,
  'import-interrupted': 500,
  'row-without-name': 422,
  'row-without-unit': 422,
  'enrolled-elsewhere': 409,
  'own-address-kept': 422,
  'joined-by-email': 422,
  'unit-not-known': 422,
  'email-not-valid': 422,
  'phone-not-valid': 422,
  'birth-not-valid': 422,
  'campaign-not-open': 409,
  'campaign-closed': 409,
  'exempt-from-writing': 409,
  'topics-missing': 422,
  'topic-not-known': 422,
  'file-missing': 422,
  'file-empty': 422,
  'more-than-one-file': 422,
  'too-many-photos': 422,
  'photos-not-bound': 409,
  'file-too-large': 413,
  'file-type-not-allowed': 415,
  'photo-is-heic': 415,
  'file-content-mismatch': 415,
  'file-damaged': 422,
  'file-inflates-too-much': 422,
  'file-has-macros': 415,
  'text-too-short': 422,
  'draft-changed-elsewhere': 409,
  'upload-interrupted': 400,
  'key-reused': 409,
  busy: 503,
  'paper-date-in-future': 422,
  'essay-accepted': 409,
  'essay-changed': 409,
  'campaign-changed': 409,
  'essay-judged-meanwhile': 409,
  'review-note-missing': 422,
  'rewriting-needs-date': 422,
  'gathering-closed': 409,
  'gathering-expired': 410,
  'gathering-busy': 409,
  'gathering-changed': 409,
  'nothing-to-hand-in': 422,
  'too-many-files': 422,
  'files-too-large': 413,
  'archive-not-readable': 422,
  'work-interrupted': 500,
  'nothing-to-withdraw': 409,
  'withdrawal-closed': 409,
  'no-paper-to-take-back': 409,
  'taking-back-closed': 409,
  'cannot-move-there': 422,
  'contact-of-officer': 409,
  'extension-not-later': 422,
  'nothing-owed': 409,
  'extension-asked-already': 409,
  'request-answered': 409,
  'nobody-selected': 422,
  'too-many-selected': 422,
  'already-exempt': 409,
  'nobody-for-slips': 422,
  'slips-shown-once': 409,
  'slips-too-late': 409,
  'no-slip-to-revoke': 409,
  'not-exempt': 409,
  'nobody-to-remind': 422,
  'just-reminded': 409,
  'wave-key-reused': 409,
  'wave-reaches-beyond': 403,
  'no-own-address': 409,
  'mail-not-sent': 503,
  'report-not-ready': 409,
  'report-finished': 409,
  'report-interrupted': 500,
  'range-not-satisfiable': 416,
  'not-ready': 503,
  unexpected: 500,
}

declare global {
  namespace Express {
    interface Locals {
      /** Set where people read: pages tell problems as a page. */
      showProblems?: (problems: readonly [Problem, ...Problem[]]) => void
    }
  }
}

/**
 * The only writer of errors: an RFC 9457 problem document with a stable code and a Vietnamese sentence.
 * The first problem gives the status; all of them are listed.
 */
export const writeProblems = (res: Response, problems: readonly [Problem, ...Problem[]]): void => {
  const [first] = problems
  const status = STATUS[first.code]
  const { seconds } = first.details
  if ((status === 429 || status === 503) && typeof seconds === 'number')
    res.set('Retry-After', String(seconds))
  if (status === 401 && first.code === 'not-signed-in') res.set('WWW-Authenticate', 'Bearer')
  res.status(status).set('Cache-Control', 'no-store')
  if (res.locals.showProblems !== undefined) {
    res.locals.showProblems(problems)
    return
  }
  res.type('application/problem+json').send(
    JSON.stringify({
      type: `/problems/${first.code}`,
      title: sentence({ ...first, details: {} }, 'en'),
      status,
      code: first.code,
      detail: sentence(first),
      problems: problems.map(p => ({ code: p.code, detail: sentence(p), at: p.at, details: p.details })),
    }),
  )
}

/** Errors of Express' own parsers, by their `type`. */
const PARSER_ERRORS: Readonly<Record<string, Problem>> = {
  'entity.too.large': problem('body-too-large', { limit: '2 MB' }),
  'entity.parse.failed': problem('input-not-valid', { reason: 'nội dung JSON bị hỏng' }),
  'encoding.unsupported': problem('media-type-not-supported', { expected: 'UTF-8' }),
  'charset.unsupported': problem('media-type-not-supported', { expected: 'UTF-8' }),
}

/** Last in the chain: what nobody foresaw is logged whole and told in one sentence. */
export const unexpectedErrors: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : ''
  const known = error instanceof URIError ? problem('not-found') : PARSER_ERRORS[type]
  if (known === undefined) req.log.error(error)
  writeProblems(res, [known ?? problem('unexpected')])
}
