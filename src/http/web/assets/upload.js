// @ts-check

/** @typedef {{ status: number, url: string, text: string, retryAfter: number }} Answer */
/** @typedef {{ loaded: number, total: number, speed: number }} Progress speed in bytes a second, of late; 0: not known yet */

/** No byte for so long: the line is dead, though nobody said so. The answer may take longer: others are before us. */
const SILENT_MS = 60_000
const ANSWER_MS = 120_000
const LATELY_MS = 5_000

const speedometer = () => {
  /** @type {[time: number, loaded: number][]} */
  const samples = []
  return (/** @type {number} */ loaded) => {
    const now = performance.now()
    samples.push([now, loaded])
    while (samples.length > 2 && now - samples[0][0] > LATELY_MS) samples.shift()
    const [since, from] = samples[0]
    return now === since ? 0 : ((loaded - from) * 1000) / (now - since)
  }
}

/**
 * One attempt to POST a form. null: the line broke, or the signal ended it.
 * @param {string} action
 * @param {FormData} body
 * @param {{ token: string, signal: AbortSignal, onProgress: (progress: Progress) => void, onSent: () => void }} options
 * @returns {Promise<Answer | null>}
 */
export const upload = (action, body, { token, signal, onProgress, onSent }) =>
  new Promise(resolve => {
    const request = new XMLHttpRequest()
    const speedAt = speedometer()
    let timer = 0
    const waitFor = (/** @type {number} */ ms) => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), ms)
    }
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      waitFor(SILENT_MS)
      onProgress({ loaded, total, speed: speedAt(loaded) })
    })
    request.upload.addEventListener('load', () => {
      waitFor(ANSWER_MS)
      onSent()
    })
    // A phone that changes its network leaves the old line open, and dead.
    const abort = () => request.abort()
    window.addEventListener('offline', abort)
    signal.addEventListener('abort', abort)
    request.addEventListener('loadend', () => {
      clearTimeout(timer)
      window.removeEventListener('offline', abort)
      const { status, responseURL: url, responseText: text } = request
      const retryAfter = status === 0 ? 0 : Number(request.getResponseHeader('Retry-After'))
      resolve(status === 0 ? null : { status, url, text, retryAfter })
    })
    request.open('POST', action)
    request.setRequestHeader('X-CSRF-Token', token)
    waitFor(SILENT_MS)
    request.send(body)
  })
