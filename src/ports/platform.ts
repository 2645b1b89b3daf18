/** The only source of the present. Commands and queries do not use it: they get `now` as an argument. */
export interface Clock {
  now(): Date
}

export interface Random {
  /** A new document id: 24 hex digits, rising with time. */
  readonly id: () => string
  /** A receipt code, e.g. `TH-7K3M-9QWX-2P4R`: unguessable, without letters that look alike. */
  receipt(): string
  /** What is printed on a sign-in slip, e.g. `7K3M-9QWX-2P4R-HTVC`: as a receipt code, but longer. */
  slip(): string
  /** To be told to a person and typed by him once or twice: without letters that look alike. */
  password(): string
  /** 256 bits, base64url: tokens, links, sessions. */
  secret(): string
}

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long when there is no hash, so that nobody learns which logins exist. */
  verify(password: string, hash: string | null): Promise<boolean>
}

declare const txBrand: unique symbol
/** A running transaction; only stores look inside. */
export interface Tx {
  readonly [txBrand]: true
}

/**
 * Runs the work in one transaction (majority, journalled). On a transient conflict the work runs again from its
 * start, so it must read what it decides on inside. What it throws aborts.
 */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** The right to do a piece of long work until a time, unless it is renewed. */
export interface Claim {
  readonly id: string
  /** Of this attempt alone. */
  readonly holder: string
}
