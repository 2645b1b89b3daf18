import type { CampaignCode, FileType, TopicCode } from './campaign.ts'
import type { EnrolmentId } from './enrolment.ts'

export type VersionId = string

/** `withdrawn` and `returned` owe again; the others count as received. `draft` has nothing handed in yet. */
export const ESSAY_STATES = ['draft', 'submitted', 'late', 'returned', 'accepted', 'withdrawn'] as const
export type EssayState = (typeof ESSAY_STATES)[number]

/** The state shown for a topic nothing was ever handed in for. */
export type TopicState = EssayState | 'missing'

/** The newest state of one essay, kept in its enrolment. */
export interface EssayHead {
  readonly state: EssayState
  /** Number of the newest version, from 1. */
  readonly version: number
  readonly submittedAt: Date
  readonly late: boolean
  /** It came on paper; absent for a file. */
  readonly paper?: true
}

export type PhotoType = Extract<FileType, 'jpg' | 'png'>
/** Clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270

/** One photo of a handwritten page. */
export interface EssayPage {
  /** As the cadre named it, NFC. */
  readonly name: string
  readonly type: PhotoType
  /** Where its bytes begin in the file. */
  readonly start: number
  readonly size: number
  /** Of this photo alone, lower-case hex. */
  readonly sha256: string
  /** Beyond what the photo says of itself. */
  readonly turn: Turn
}

/**
 * What was handed in: one file, a typed text stored as one (`type: 'txt'`), or the photos of handwritten pages stored
 * one behind the other (`type: 'photos'`; a single one keeps its own type), with the hash of all their bytes.
 */
export interface EssayFile {
  /** Several versions share one file when one file ticks several topics. */
  readonly id: string
  /** As the cadre named it, NFC. */
  readonly name: string
  readonly type: FileType | 'txt' | 'photos'
  /** In bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  /** Of photos, in the order in which they are read. */
  readonly pages?: readonly EssayPage[]
}

/** Every browser shows them, and runs nothing that is in them as a part of the page. */
export const isShownByBrowsers = (type: EssayFile['type']): boolean =>
  type === 'pdf' || type === 'jpg' || type === 'png'

/** What staff received on paper and wrote down: there is no file of it. */
export interface PaperEssay {
  /** Several versions share one when one paper was about several topics. */
  readonly id: string
  /** Where it is kept, who brought it. */
  readonly note: string | null
  /** When it was written down; when the paper came is the version's `receivedAt`. */
  readonly recordedAt: Date
}

export const REVIEW_VERDICTS = ['accepted', 'returned'] as const
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number]

/** What a reader said of one version. Never changes; who thinks better of it gives another one. */
export interface Review {
  readonly id: string
  readonly verdict: ReviewVerdict
  /** Told to the writer. */
  readonly note: string | null
  /** The due date that was granted for rewriting; null: the one he had. */
  readonly dueAt: Date | null
  readonly at: Date
  /** Account that read it, and its name then. */
  readonly by: string
  readonly byName: string
}

/**
 * One hand-in of one topic. Never changes once written, but for `withdrawnAt`, `bound`, `reviews` and the marks of its
 * store.
 */
export interface EssayVersion {
  readonly id: VersionId
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentId
  readonly topic: TopicCode
  readonly number: number
  /** null: it came on paper. Exactly one of the two is there. */
  readonly file: EssayFile | null
  readonly paper: PaperEssay | null
  /** Of photos: the PDF that the worker bound of them, once it has. */
  readonly bound?: EssayFile
  /** When the request arrived, or the paper as staff states it: this is what was judged. */
  readonly receivedAt: Date
  readonly late: boolean
  /** Beyond the due date, in milliseconds; 0 when on time. */
  readonly lateBy: number
  /** Receipt code, e.g. `TH-7K3M-9QWX-2P`. */
  readonly receipt: string
  /** On the first version of a hand-in only, so that it is there once; null when none was sent. */
  readonly idempotencyKey: string | null
  /** Account that handed it in, and its name then; differs from the cadre's own when staff did it for him. */
  readonly by: string
  readonly byName: string
  readonly onBehalf: boolean
  readonly withdrawnAt: Date | null
  /** Oldest first; absent until somebody judged it. */
  readonly reviews?: readonly Review[]
}

/** The same for all versions that came at once: of one file, or of one paper. */
export const handInId = ({ file, paper }: Pick<EssayVersion, 'file' | 'paper'>): string =>
  file?.id ?? paper?.id ?? ''

export const isReceived = (state: TopicState): boolean =>
  state === 'submitted' || state === 'late' || state === 'accepted'
