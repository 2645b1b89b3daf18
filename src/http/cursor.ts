import { z } from 'zod'
import type { EnrolmentOrder, EnrolmentPlace } from '../ports/enrolment-lists.ts'

const content = z.union([
  z.tuple([z.enum(['name', 'unit']), z.string().max(500), z.string().max(60)]),
  z.tuple([z.literal('submittedAt'), z.int(), z.string().max(60)]),
])

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** Where the next page begins: opaque to clients, checked when it comes back. */
export const cursor = z
  .string()
  .max(1000)
  .transform((text, context) => {
    const result = content.safeParse(parsed(text))
    if (result.success) {
      const [by, key, id] = result.data
      return { by, place: { key, id } satisfies EnrolmentPlace }
    }
    context.addIssue({ code: 'custom', message: 'cursor không đúng; hãy lấy lại từ trang đầu' })
    return z.NEVER
  })

export const cursorOf = ({ by }: Pick<EnrolmentOrder, 'by'>, { key, id }: EnrolmentPlace): string =>
  Buffer.from(JSON.stringify([by, key, id])).toString('base64url')
