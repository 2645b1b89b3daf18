import type { Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

interface Option {
  readonly about: string
  readonly isRequired?: true
}

type Values<O extends Readonly<Record<string, Option>>> = {
  readonly [N in keyof O]: O[N] extends { readonly isRequired: true } ? string : string | undefined
}

/** What a verb says when it did its work; `isClean` false: it found something that should not be (exit code 1). */
export interface Outcome {
  readonly lines: readonly string[]
  readonly isClean?: boolean
}

export interface VerbInput<O extends Readonly<Record<string, Option>>> {
  readonly ports: Ports
  readonly values: Values<O>
  /** Arguments that belong to no option. */
  readonly files: readonly string[]
  readonly now: Date
}

export interface Verb {
  readonly name: string
  readonly about: string
  /** How many arguments it takes beside its options, and what they are; none: it takes none. */
  readonly files?: { readonly name: string; readonly least: number; readonly most: number }
  readonly options: Readonly<Record<string, Option>>
  readonly run: (input: VerbInput<Readonly<Record<string, Option>>>) => Promise<Result<Outcome>>
}

/** Types `values` from the options; at run time it is the object itself. */
export const verb = <const O extends Readonly<Record<string, Option>>>(
  definition: Omit<Verb, 'options' | 'run'> & {
    readonly options: O
    readonly run: (input: VerbInput<O>) => Promise<Result<Outcome>>
  },
): Verb => definition as unknown as Verb
