/** A file of a request, in its field `file`. */
export interface UploadedFile {
  /** NFC, without a path and without characters that cannot be seen. */
  readonly name: string
  readonly bytes: AsyncIterable<Buffer>
  /** Length of the whole request, where its sender told it. */
  readonly announced: number | null
}

interface Waiting {
  readonly file: UploadedFile
  /** The parser goes on once a file is done with; an error ends the request. */
  readonly done: (error: unknown) => void
}

/** Files handed from the parser of a request, which pushes, to whoever reads them one after the other. */
export const fileQueue = () => {
  const waiting: Waiting[] = []
  let hasEnded = false
  /** Nobody reads any more; why, if it is an error. */
  let closed: { readonly error: unknown } | null = null
  /** Of a reader who waits for the next. */
  let wake: (() => void) | null = null

  return {
    push(file: UploadedFile, done: Waiting['done']): void {
      if (closed !== null) done(closed.error)
      else waiting.push({ file, done })
      wake?.()
    },
    /** No more will come. */
    end(): void {
      hasEnded = true
      wake?.()
    },
    close(error: unknown): void {
      closed = { error }
      for (const { done } of waiting.splice(0)) done(error)
    },
    /** For one reader. A file is done with when the next is asked for. */
    async *files(): AsyncGenerator<UploadedFile> {
      for (;;) {
        const [next] = waiting
        if (next !== undefined) {
          yield next.file
          // Gone already where the queue was closed meanwhile.
          if (waiting.shift() === next) next.done(null)
        } else if (hasEnded) {
          return
        } else {
          await new Promise<void>(resolve => {
            wake = resolve
          })
        }
      }
    },
  }
}
