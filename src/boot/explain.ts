import { inspect } from 'node:util'

/** A plain Error was written for the person who reads it; anything else is a bug or a broken server, told whole. */
export const explain = (error: unknown): string =>
  error instanceof Error && error.name === 'Error' ? error.message : inspect(error)
