import type { Channel } from './channel.ts'
import { isAnswer } from './mail-kind.ts'
import type { Notice } from './notice.ts'

/** Notices go out in lanes: answers do not wait behind a wave of thousands, and messages go another way. */
export const LANES = ['answers', 'reminders', 'messages'] as const
export type Lane = (typeof LANES)[number]

export const laneOf = ({ kind, channel }: Pick<Notice, 'kind' | 'channel'>): Lane => {
  if (channel === 'message') return 'messages'
  return isAnswer(kind) ? 'answers' : 'reminders'
}

export const channelOf = (lane: Lane): Channel => (lane === 'messages' ? 'message' : 'mail')
