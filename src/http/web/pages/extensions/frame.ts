import { z } from 'zod'
import type { Problem } from '../../../../domain/problems.ts'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'
import type { PageContext, View } from '../../page.ts'
import { deskFrame } from '../../tabs.ts'

export const ACCESS = ['staff', 'admin'] as const
export const params = z.object({ c: campaignCode })
export const query = z.object({ unit: unitCode.optional() })
export const id = z.string().min(1).max(60)
/** As typed: what is wrong with it is told in the form. */
export const typedText = (max: number) => z.string().max(max).default('')

export type Context = Pick<
  PageContext<typeof params, undefined, undefined>,
  'actor' | 'params' | 'language' | 'words' | 'csrf'
>

export const framed = (
  { actor, params: { c }, words }: Context,
  title: string,
  where: string | undefined,
  problems: readonly Problem[] = [],
): Pick<View, 'frame' | 'problems'> => ({
  frame: { ...deskFrame(actor, { code: c, name: where }, 'extensions', title, words), isNarrow: true },
  problems,
})
