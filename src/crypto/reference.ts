import { createHash } from 'node:crypto'
import type { EnrolmentId } from '../domain/enrolment.ts'

/** As in every printed code: nothing that looks like something else. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/**
 * What stands for somebody on paper and in names of files, e.g. `CB-7K3M-9QWX`: always the same, no secret, and opens
 * nothing. Two people of 25,000 share one about once in two thousand campaigns: then a file has two candidates.
 */
export const referenceOf = (enrolment: EnrolmentId): string => {
  const digest = createHash('sha256').update(`reference ${enrolment}`).digest()
  const letters = Array.from(digest.subarray(0, LENGTH), byte => LETTERS[byte % LETTERS.length]).join('')
  return `CB-${letters.slice(0, 4)}-${letters.slice(4)}`
}
