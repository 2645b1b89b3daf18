// @ts-check

/** @typedef {{ file: File, path: string }} Found */

/** Of one request: a break costs no more than this. */
const MOST_FILES = 20
const MOST_BYTES = 16 * 1024 * 1024

/** @param {FileSystemEntry} entry @returns {Promise<Found[]>} */
export const filesIn = async entry => {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => {
      const one = /** @type {FileSystemFileEntry} */ (entry)
      one.file(resolve, reject)
    })
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader()
  /** @type {Found[]} */
  const found = []
  // A reader gives a hundred at a time, and none at the end.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) return found
    for (const one of some) found.push(...(await filesIn(one)))
  }
}
/** @param {Found[]} files */
export const batches = files => {
  /** @type {Found[][]} */
  const all = []
  let bytes = 0
  for (const one of files) {
    const last = all.at(-1)
    if (last === undefined || last.length === MOST_FILES || bytes + one.file.size > MOST_BYTES) {
      all.push([one])
      bytes = one.file.size
    } else {
      last.push(one)
      bytes += one.file.size
    }
  }
  return all
}
