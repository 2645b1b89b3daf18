import type { Request, Response } from 'express'
import multer, { type MulterError, type StorageEngine } from 'multer'
import type { z } from 'zod'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { clean } from '../domain/vietnamese.ts'
import { showsToken } from './csrf.ts'
import { issuesOf } from './mount.ts'

/** Fields are a few short words; a field named like `a[b]` would become an object, so none may be. */
const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 2000,
  fields: 30,
  fieldNestingDepth: 0,
  fieldArrayIndexLimit: 0,
  files: 1,
  parts: 31,
  headerPairs: 20,
}
/** No byte for so long: nobody is there any more. Longer than an upload waits at the gate with its socket paused. */
const SILENCE_MS = 90_000
/** What was refused early may go on arriving for so long, so that its sender gets to read why. */
const LINGER_MS = 10_000

/** The one file of a request, in its field `file`. */
export interface UploadedFile {
  /** NFC, without a path and without characters that cannot be seen. */
  readonly name: string
  readonly bytes: AsyncIterable<Buffer>
  /** Length of the whole request, where its sender told it. */
  readonly announced: number | null
}

export interface FileReceiver<T, F> {
  /** Of the other fields. */
  readonly fields: z.ZodType<F>
  /** Reads the file, or leaves nothing of it. */
  readonly receive: (file: UploadedFile) => Promise<Result<T>>
  /** Takes back a file that was received well, when the rest of the request was not. */
  readonly discard: (received: T) => Promise<void>
}

export interface Multipart<T, F> {
  readonly file: T
  readonly fields: F
}

const fileName = (original: string): string => clean(original).replaceAll(/\p{C}/gu, '')

const foreign = async () => refuse(problem('csrf-token-not-valid'))

const isMulterError = (error: unknown): error is MulterError => error instanceof multer.MulterError

/** What multer and its parser found wrong with the request as such. */
const problemOf = (error: unknown): Problem => {
  if (!isMulterError(error)) return problem('upload-interrupted')
  if (error.code === 'LIMIT_FILE_COUNT') return problem('more-than-one-file', {}, 'body/file')
  const field = clean(error.field ?? '')
  const reason =
    error.code === 'LIMIT_UNEXPECTED_FILE'
      ? 'tệp phải nằm trong trường “file”'
      : 'trường của biểu mẫu không hợp lệ'
  return problem('input-not-valid', { reason }, `body/${field}`)
}

/** Lets the rest of a refused request run into nothing for a while, then cuts it. */
const letGo = (req: Request): void => {
  const timer = setTimeout(() => req.destroy(), LINGER_MS)
  req.once('close', () => clearTimeout(timer))
}

const announcedLength = (req: Request): number | null => {
  const length = Number(req.headers['content-length'])
  return Number.isFinite(length) ? length : null
}

const parse = async <T, F>(
  req: Request,
  res: Response,
  { receive, discard, fields }: FileReceiver<T, F>,
): Promise<Result<Multipart<T, F>>> =>
  new Promise((resolve, reject) => {
    let reception: Promise<Result<T> | null> = Promise.resolve(null)
    let isOver = false

    const storage: StorageEngine = {
      _handleFile(_req, { originalname, stream }, done) {
        const file = { name: fileName(originalname), bytes: stream, announced: announcedLength(req) }
        const receiving = showsToken(req) ? receive(file) : foreign()
        reception = receiving
        receiving.then(
          result => {
            // Answered at once, without waiting for the bytes that are still under way.
            if (!result.ok) resolve(result)
            done(result.ok ? null : new Error('refused'), {})
          },
          (error: unknown) => {
            reject(error)
            done(error)
          },
        )
      },
      _removeFile(_req, _file, done) {
        done(null)
      },
    }

    const conclude = async (error: unknown): Promise<Result<Multipart<T, F>>> => {
      const received = await reception
      if (received !== null && !received.ok) return received
      if (received === null && !showsToken(req)) return foreign()
      const body = fields.safeParse(req.body)
      if (error === undefined && received !== null && body.success)
        return ok({ file: received.value, fields: body.data })
      if (received !== null) await discard(received.value)
      if (error !== undefined) return refuse(problemOf(error))
      const wrong = body.success ? [] : issuesOf(body.error, 'body')
      const [first = problem('input-not-valid'), ...more] =
        received === null ? [problem('file-missing', {}, 'body/file'), ...wrong] : wrong
      return refuse(first, ...more)
    }
    const end = (failure?: unknown): void => {
      if (isOver) return
      isOver = true
      conclude(failure).then(resolve, reject)
    }
    // multer does not tell this of a file in flight.
    req.once('close', () => {
      if (!req.complete) end(new Error('the sender went away'))
    })
    multer({ storage, limits: LIMITS, defParamCharset: 'utf8' }).single('file')(req, res, end)
  })

/**
 * Reads a multipart request whose parts may come in any order. A refusal of its file is answered at once. What throws
 * is a broken server. Whatever the answer, nothing is left of a file that is not in it.
 */
export const readMultipart = async <T, F>(
  req: Request,
  res: Response,
  receiver: FileReceiver<T, F>,
): Promise<Result<Multipart<T, F>>> => {
  if (req.destroyed) return refuse(problem('upload-interrupted'))
  req.setTimeout(SILENCE_MS, () => req.destroy())
  try {
    return await parse(req, res, receiver)
  } finally {
    req.setTimeout(0)
    if (!req.complete) letGo(req)
  }
}
