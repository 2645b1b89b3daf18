import type { CampaignState } from '../../../domain/campaign.ts'
import type { EnrolmentState } from '../../../domain/completion.ts'
import type { TopicState } from '../../../domain/essay.ts'
import type { RequestState } from '../../../domain/extension-request.ts'
import type { NoticeState } from '../../../domain/notice.ts'
import type { ReportState } from '../../../domain/report.ts'
import type { WaveState } from '../../../domain/wave.ts'
import type { SharedWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'

export type Look = readonly [tone: 'good' | 'bad' | 'soon' | 'blue' | '', icon: IconName]

const ESSAY: Readonly<Record<TopicState, Look>> = {
  missing: ['bad', 'circle'],
  draft: ['blue', 'pencil-fill'],
  submitted: ['good', 'check-circle-fill'],
  late: ['soon', 'clock-fill'],
  returned: ['bad', 'arrow-counterclockwise'],
  accepted: ['good', 'award-fill'],
  withdrawn: ['', 'dash-circle'],
}

const ENROLMENT: Readonly<Record<EnrolmentState, Look>> = {
  exempt: ['', 'slash-circle'],
  complete: ['good', 'check-circle-fill'],
  partial: ['soon', 'clock-fill'],
  nothing: ['bad', 'circle'],
}

const REQUEST: Readonly<Record<RequestState, Look>> = {
  waiting: ['soon', 'clock-fill'],
  approved: ['good', 'check-circle-fill'],
  refused: ['bad', 'slash-circle'],
}

/** Of work that waits its turn, and of what came of it. */
export const WORK = {
  queued: ['blue', 'clock-fill'],
  running: ['blue', 'clock-fill'],
  done: ['good', 'check-circle-fill'],
  failed: ['bad', 'exclamation-triangle-fill'],
} as const satisfies Readonly<Record<string, Look>>

const REPORT: Readonly<Record<ReportState, Look>> = {
  ...WORK,
  queued: ['', 'clock-fill'],
  cancelled: ['', 'slash-circle'],
}

const NOTICE: Readonly<Record<NoticeState, Look>> = {
  queued: ['', 'clock-fill'],
  sent: ['good', 'check-circle-fill'],
  bounced: ['bad', 'exclamation-triangle-fill'],
  failed: ['bad', 'exclamation-triangle-fill'],
  skipped: ['', 'dash-circle'],
}

const WAVE: Readonly<Record<WaveState, Look>> = {
  planning: ['blue', 'clock-fill'],
  sending: ['blue', 'envelope-fill'],
  stopped: ['soon', 'slash-circle'],
  done: ['good', 'check-circle-fill'],
}

export const Tag = ({ look: [tone, icon], word }: { readonly look: Look; readonly word: string }) => (
  <span class={`tag ${tone}`}>
    <Icon name={icon} />
    {word}
  </span>
)

export const EssayTag = ({
  state,
  paper,
  words,
}: {
  readonly state: TopicState
  /** It came on paper. */
  readonly paper?: boolean | undefined
  readonly words: SharedWords
}) => (
  <Tag
    look={ESSAY[state]}
    word={paper === true ? `${words.essay[state]} (${words.onPaper})` : words.essay[state]}
  />
)

export const EnrolmentTag = ({
  state,
  words,
}: {
  readonly state: EnrolmentState
  readonly words: SharedWords
}) => <Tag look={ENROLMENT[state]} word={words.enrolment[state]} />

export const RequestTag = ({
  state,
  words,
}: {
  readonly state: RequestState
  readonly words: SharedWords
}) => <Tag look={REQUEST[state]} word={words.request[state]} />

export const ReportTag = ({ state, word }: { readonly state: ReportState; readonly word: string }) => (
  <Tag look={REPORT[state]} word={word} />
)

/** Of an account. */
export const ActiveTag = ({
  isActive,
  words,
}: {
  readonly isActive: boolean
  readonly words: SharedWords
}) => (
  <Tag
    look={isActive ? ['good', 'check-circle-fill'] : ['bad', 'slash-circle']}
    word={isActive ? words.active : words.disabled}
  />
)

export const NoticeTag = ({ state, word }: { readonly state: NoticeState; readonly word: string }) => (
  <Tag look={NOTICE[state]} word={word} />
)

export const WaveTag = ({ state, word }: { readonly state: WaveState; readonly word: string }) => (
  <Tag look={WAVE[state]} word={word} />
)

const CAMPAIGN: Readonly<Record<CampaignState, Look>> = {
  upcoming: ['blue', 'clock-fill'],
  open: ['good', 'check-circle-fill'],
  late: ['soon', 'clock-fill'],
  closed: ['', 'slash-circle'],
}

export const CampaignTag = ({ state, word }: { readonly state: CampaignState; readonly word: string }) => (
  <Tag look={CAMPAIGN[state]} word={word} />
)
