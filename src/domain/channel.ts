import type { Person } from './cadre.ts'
import { takesMessages } from './text-message.ts'

/** How a notice goes out. */
export const CHANNELS = ['mail', 'message'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * How somebody is reached; null: he is to be called. A message goes to whoever has no mail address, or has one that the
 * last mail did not reach.
 */
export const channelFor = (
  { email, phone }: Pick<Person, 'email' | 'phone'>,
  lostMailTo: string | null,
  hasMessages: boolean,
): Channel | null => {
  const canMessage = hasMessages && takesMessages(phone)
  if (email !== null && !(canMessage && email === lostMailTo)) return 'mail'
  return canMessage ? 'message' : null
}
