/** How the rows of a photo are to be shown: mirrored first, then turned clockwise. */
export interface Standing {
  readonly isMirrored: boolean
  readonly turn: 0 | 90 | 180 | 270
}

/** By the number of EXIF's tag Orientation. */
const STANDINGS: Readonly<Record<number, Standing>> = {
  2: { isMirrored: true, turn: 0 },
  3: { isMirrored: false, turn: 180 },
  4: { isMirrored: true, turn: 180 },
  5: { isMirrored: true, turn: 270 },
  6: { isMirrored: false, turn: 90 },
  7: { isMirrored: true, turn: 90 },
  8: { isMirrored: false, turn: 270 },
}
const UPRIGHT: Standing = { isMirrored: false, turn: 0 }

const ORIENTATION = 0x01_12
const APP1 = 0xff_e1
const START_OF_SCAN = 0xff_da

/** The tag's value in a TIFF block, as EXIF is; whatever points outside throws. */
const orientationIn = (tiff: DataView): number | null => {
  const isLittle = tiff.getUint16(0) === 0x49_49
  const directory = tiff.getUint32(4, isLittle)
  const entries = tiff.getUint16(directory, isLittle)
  for (let n = 0; n < entries; n += 1) {
    const entry = directory + 2 + 12 * n
    if (tiff.getUint16(entry, isLittle) === ORIENTATION) return tiff.getUint16(entry + 8, isLittle)
  }
  return null
}

const orientationOf = (view: DataView): number | null => {
  for (let at = 2; at + 10 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker === START_OF_SCAN || marker < APP1 - 0xff) return null
    // "Exif" and two zeros come before the block.
    if (marker === APP1 && view.getUint32(at + 4) === 0x45_78_69_66)
      return orientationIn(new DataView(view.buffer, view.byteOffset + at + 10, view.getUint16(at + 2) - 8))
  }
  return null
}

/** What a JPEG says of how it was held; upright where it says nothing, or nonsense. */
export const standingOf = (jpeg: Uint8Array): Standing => {
  try {
    const orientation = orientationOf(new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength))
    return STANDINGS[orientation ?? 1] ?? UPRIGHT
  } catch {
    return UPRIGHT
  }
}
