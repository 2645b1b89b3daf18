import type { TopicCode } from './campaign.ts'
import { hanoiDay } from './time.ts'

const encoder = new TextEncoder()
export const bytesOf = (text: string): number => encoder.encode(text).length

/** Zip tools and file systems of the field take 255 bytes a name at best; 200 leaves room for the folder it is unpacked to. */
export const MAX_ENTRY_BYTES = 200

/** Whole characters only: a syllable never loses its tone, an emoji never its half. */
export const cutBytes = (text: string, max: number): string => {
  if (bytesOf(text) <= max) return text
  let kept = ''
  let size = 0
  for (const { segment } of new Intl.Segmenter('vi').segment(text)) {
    size += bytesOf(segment)
    if (size > max) break
    kept += segment
  }
  return kept
}

/** Names that Windows keeps for devices, whatever extension follows. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * Text → one safe part of a path on every system: NFC, no separator, no character that Windows forbids, no control,
 * invisible or direction-changing one, no dot or space at either end, not a device's name, at most `max` bytes.
 */
export const safeName = (text: string, max = MAX_ENTRY_BYTES): string => {
  const safe = text
    .normalize('NFC')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/\p{C}/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/^[. ]+/g, '')
  const cut = cutBytes(safe.replace(RESERVED, '_$1'), max).replace(/[. ]+$/, '')
  return cut === '' ? '_' : cut
}

/**
 * Gives every name once, compared without case: a second "a" + ".pdf" becomes "a (2).pdf". A name that would grow
 * beyond the limit is shortened before its number.
 */
export const uniqueNames = (max: number): ((stem: string, suffix: string) => string) => {
  const taken = new Set<string>()
  return (stem, suffix) => {
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? suffix : ` (${count})${suffix}`
      const name = cutBytes(stem, max - bytesOf(tail)).trimEnd() + tail
      const key = name.toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return name
    }
  }
}

/** `CD1` → `CĐ1`, as people write it; other codes stay as they are. */
export const topicLabel = (code: TopicCode): string => code.replace(/^CD(?=\d)/, 'CĐ')

/**
 * What a file of a report is called when it is downloaded: `Báo cáo thu hoạch - LĐLĐ tỉnh Hưng Yên - 2018-12-07.xlsx`.
 * `label` tells apart several files of one format.
 */
export const reportFileName = (
  unit: string,
  cutoff: Date,
  extension: string,
  label = '',
  kind = 'Báo cáo thu hoạch',
): string => {
  const end = label === '' ? '' : ` - ${safeName(label, 60)}`
  return `${safeName(`${kind} - ${unit}`, 160 - bytesOf(end))} - ${hanoiDay(cutoff)}${end}.${extension}`
}
