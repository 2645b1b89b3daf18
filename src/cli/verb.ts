import type { Result } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

interface Option {
  readonly about: string
  readonly isRequired?: true
  /** Given or not, without a value. */
  readonly isFlag?: true
}

type Value<O extends Option> = O extends { readonly isFlag: true }
  ? true | undefined
  : O extends { readonly isRequired: true }
    ? string
    : string | undefined

type Values<O extends Readonly<Record<string, Option>>> = { readonly [N in keyof O]: Value<O[N]> }

/** What a verb says when it did its work; `isClean` false: it found something that should not be (exit code 1). */
export interface Outcome {
  readonly lines: readonly string[]
  readonly isClean?: boolean
}

interface Input<V> {
  readonly ports: Ports
  readonly values: V
  /** Arguments that belong to no option. */
  readonly given: readonly string[]
  readonly now: Date
}

export interface Verb {
  readonly name: string
  readonly about: string
  /** How many arguments it takes beside its options, and what they are; none: it takes none. */
  readonly arguments?: { readonly name: string; readonly least: number; readonly most: number }
  readonly options: Readonly<Record<string, Option>>
  readonly run: (
    input: Input<Readonly<Record<string, string | boolean | undefined>>>,
  ) => Promise<Result<Outcome>>
}

/** Types `values` from the options; at run time it is the object itself. */
export const verb = <const O extends Readonly<Record<string, Option>>>(
  definition: Omit<Verb, 'options' | 'run'> & {
    readonly options: O
    readonly run: (input: Input<Values<O>>) => Promise<Result<Outcome>>
  },
): Verb => definition as unknown as Verb
