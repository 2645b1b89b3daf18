import type { Channel } from './channel.ts'

/** Notices go out in lanes: answers do not wait behind a wave of thousands, and messages go another way. */
export const LANES = ['answers', 'reminders', 'messages'] as const
export type Lane = (typeof LANES)[number]

export const channelOf = (lane: Lane): Channel => (lane === 'messages' ? 'message' : 'mail')
