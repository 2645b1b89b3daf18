import type { Request, Response } from 'express'
import multer, { type MulterError, type StorageEngine } from 'multer'
import type { z } from 'zod'
import { type Problem, type ProblemCode, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { clean } from '../domain/vietnamese.ts'
import { showsToken } from './csrf.ts'
import { fileQueue, type UploadedFile } from './file-queue.ts'
import { issuesOf } from './mount.ts'

/** Fields are a few short words; a field named like `a[b]` would become an object, so none may be. */
const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 2000,
  fields: 30,
  fieldNestingDepth: 0,
  fieldArrayIndexLimit: 0,
  headerPairs: 20,
}
/** No byte for so long: nobody is there any more. Longer than an upload waits at the gate with its socket paused. */
const SILENCE_MS = 90_000
/** What was refused early may go on arriving for so long, so that its sender gets to read why. */
const LINGER_MS = 10_000

export interface FilesReceiver<T, F> {
  /** Of the other fields. */
  readonly fields: z.ZodType<F>
  /** How many files there may be, and what to say of more. */
  readonly most: number
  readonly tooMany: ProblemCode
  /** Names come with their folders, where the sender told them. */
  readonly keepsPath?: boolean
  /** Reads the files as they come, each to its end before the next; or leaves nothing of them. At least one comes. */
  readonly receive: (files: AsyncIterable<UploadedFile>) => Promise<Result<T>>
  /** Takes back what was received well, when the rest of the request was not. */
  readonly discard: (received: T) => Promise<void>
}

export interface FileReceiver<T, F> extends Pick<FilesReceiver<T, F>, 'fields' | 'discard'> {
  /** Reads the file, or leaves nothing of it. */
  readonly receive: (file: UploadedFile) => Promise<Result<T>>
}

export interface Multipart<T, F> {
  readonly file: T
  readonly fields: F
}

const fileName = (original: string): string => clean(original).replaceAll(/\p{C}/gu, '')

const foreign = async () => refuse(problem('csrf-token-not-valid'))

const isMulterError = (error: unknown): error is MulterError => error instanceof multer.MulterError

/** What multer and its parser found wrong with the request as such. */
const problemOf = (error: unknown, { most, tooMany }: { most: number; tooMany: ProblemCode }): Problem => {
  if (!isMulterError(error)) return problem('upload-interrupted')
  if (error.code === 'LIMIT_FILE_COUNT') return problem(tooMany, { limit: most }, 'body/file')
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
  { receive, discard, fields, most, tooMany, keepsPath = false }: FilesReceiver<T, F>,
): Promise<Result<Multipart<T, F>>> =>
  new Promise((resolve, reject) => {
    const queue = fileQueue()
    let reception: Promise<Result<T>> | null = null
    let isOver = false

    const begin = (): Promise<Result<T>> => {
      const receiving = showsToken(req) ? receive(queue.files()) : foreign()
      receiving.then(
        result => {
          // Answered at once, without waiting for the bytes that are still under way.
          if (!result.ok) resolve(result)
          queue.close(result.ok ? null : new Error('refused'))
        },
        (error: unknown) => {
          reject(error)
          queue.close(error)
        },
      )
      return receiving
    }

    const storage: StorageEngine = {
      _handleFile(_req, { originalname, stream }, done) {
        const file = { name: fileName(originalname), bytes: stream, announced: announcedLength(req) }
        queue.push(file, error => done(error, {}))
        reception ??= begin()
      },
      _removeFile(_req, _file, done) {
        done(null)
      },
    }

    const conclude = async (error: unknown): Promise<Result<Multipart<T, F>>> => {
      queue.end()
      const received = await reception
      if (received !== null && !received.ok) return received
      if (received === null && !showsToken(req)) return foreign()
      const body = fields.safeParse(req.body)
      if (error === undefined && received !== null && body.success)
        return ok({ file: received.value, fields: body.data })
      if (received !== null) await discard(received.value)
      if (error !== undefined) return refuse(problemOf(error, { most, tooMany }))
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
    const limits = { ...LIMITS, files: most, parts: LIMITS.fields + most }
    multer({ storage, limits, defParamCharset: 'utf8', preservePath: keepsPath }).array('file')(req, res, end)
  })

/**
 * Reads a multipart request whose parts may come in any order. A refusal of its files is answered at once. What throws
 * is a broken server. Whatever the answer, nothing is left of a file that is not in it.
 */
export const readFiles = async <T, F>(
  req: Request,
  res: Response,
  receiver: FilesReceiver<T, F>,
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

/** As `readFiles`, of a request with one file. */
export const readMultipart = async <T, F>(
  req: Request,
  res: Response,
  { receive, ...receiver }: FileReceiver<T, F>,
): Promise<Result<Multipart<T, F>>> =>
  readFiles(req, res, {
    ...receiver,
    most: 1,
    tooMany: 'more-than-one-file',
    async receive(files) {
      for await (const file of files) {
        const received = await receive(file)
        return received
      }
      return refuse(problem('file-missing', {}, 'body/file'))
    },
  })
