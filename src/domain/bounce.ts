/** What a mail server says became of a mail that another one had taken (RFC 3464). */
export interface Bounce {
  /** `failed`: nobody tries any more. null: it was not said, and the status decides. */
  readonly action: BounceAction | null
  /** Of RFC 3463: "5.1.1". */
  readonly status: string
  /** In the words of the server. */
  readonly reason: string
}

export const BOUNCE_ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
export type BounceAction = (typeof BOUNCE_ACTIONS)[number]

/** `bounced`: the mail will never arrive; `delayed`: not yet; `arrived`: no reason to do anything. */
export type BounceVerdict = 'bounced' | 'delayed' | 'arrived'

export const verdictOf = ({ action, status }: Pick<Bounce, 'action' | 'status'>): BounceVerdict => {
  if (action !== null) return action === 'failed' ? 'bounced' : action === 'delayed' ? 'delayed' : 'arrived'
  return status.startsWith('5') ? 'bounced' : status.startsWith('4') ? 'delayed' : 'arrived'
}

export const STATUS_PATTERN = /^[245]\.\d{1,3}\.\d{1,3}$/

const GRAVITY: readonly BounceVerdict[] = ['bounced', 'delayed', 'arrived']

/** Of what is said about several recipients: the worst. */
export const gravest = (bounces: readonly Bounce[]): Bounce | null =>
  [...bounces].sort((a, b) => GRAVITY.indexOf(verdictOf(a)) - GRAVITY.indexOf(verdictOf(b)))[0] ?? null

const LONGEST_LOCAL_PART = 64

/**
 * The sender of the envelope, where bounces go: it names the mail, so that a bounce says which one it is about. A name that no
 * address can hold is left out; then its Message-ID says it.
 */
export const bounceAddress = (base: string, mail: string | undefined): string => {
  const at = base.lastIndexOf('@')
  const local = `${base.slice(0, at)}+${mail ?? ''}`
  const fits = mail !== undefined && /^[\w.-]+$/.test(mail) && local.length <= LONGEST_LOCAL_PART
  return fits ? `${local}${base.slice(at)}` : base
}

/** The mails that addresses and Message-IDs in a text may stand for. */
export const mailsNamedIn = (text: string): readonly string[] =>
  [...text.matchAll(/([^\s<>@,:;"]+)@/g)].map(([, local = '']) => local.slice(local.indexOf('+') + 1))
