// @ts-check
/**
 * Sends collected files some at a time, with progress and again by itself when the line breaks; takes files and folders
 * that are dropped. Without this module the browser sends the same form at once.
 */
import { element, fill, parsePage, problemsIn, showProblems } from './dom.js'
import { batches, filesIn } from './folders.js'
import { upload } from './upload.js'

/** Before each new attempt, in seconds; after the last one it is left to the person. */
const PAUSES = [1, 2, 4, 8, 15, 30]

/** @typedef {import('./folders.js').Found} Found */

/** @param {number} seconds @param {AbortSignal} signal */
const pause = (seconds, signal) =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(null)
    })
    window.addEventListener('online', resolve, { once: true })
  })

/** @param {BeforeUnloadEvent} event */
const askBeforeLeaving = event => event.preventDefault()

/** @param {HTMLFormElement} form */
const begin = form => {
  const { words, language } = JSON.parse(form.dataset['told'] ?? '{}')
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB'
  /** @type {HTMLInputElement[]} */
  const inputs = [...form.querySelectorAll('input[type="file"]')].filter(
    one => one instanceof HTMLInputElement,
  )
  const token = form.querySelector('input[name="csrfToken"]')
  const csrf = token instanceof HTMLInputElement ? token.value : ''
  /** Dropped ones; what the inputs hold is asked when it is sent. @type {Found[]} */
  let dropped = []

  /** @param {number} bytes */
  const size = bytes =>
    bytes < 1e6
      ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(locale)} kB`
      : `${(bytes / 1048576).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`

  /** @returns {Found[]} */
  const chosen = () => [
    ...inputs.flatMap(input =>
      [...(input.files ?? [])].map(file => ({ file, path: file.webkitRelativePath || file.name })),
    ),
    ...dropped,
  ]

  const said = element('p', { role: 'status' })
  const bar = element('progress', { max: '100', value: '0', 'aria-label': words.progressLabel })
  const detail = element('p', { class: 'small quiet figures' })
  const stop = element('button', { class: 'button second', type: 'button' }, words.stop)
  const panel = element('section', { class: 'note stack-close', tabindex: '-1', hidden: '' })
  panel.append(said, bar, detail, stop)
  form.after(panel)

  const count = element('p', { class: 'small figures', role: 'status' })
  const zone = element('div', { class: 'drop quiet small' }, words.drop)
  inputs.at(-1)?.closest('.field')?.after(zone, count)
  const tellChosen = () => {
    const files = chosen()
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0)
    count.textContent =
      files.length === 0
        ? ''
        : fill(words.chosen, { count: files.length.toLocaleString(locale), size: size(bytes) })
  }
  for (const input of inputs) input.addEventListener('change', tellChosen)

  form.addEventListener('dragover', event => event.preventDefault())
  form.addEventListener('drop', event => {
    event.preventDefault()
    const entries = [...(event.dataTransfer?.items ?? [])].flatMap(item => item.webkitGetAsEntry() ?? [])
    void Promise.all(entries.map(filesIn)).then(found => {
      dropped = [...dropped, ...found.flat()]
      tellChosen()
    })
  })

  /**
   * null: it arrived; else what is wrong.
   * @param {Found[]} batch @param {AbortSignal} signal @param {(loaded: number, speed: number) => void} onProgress
   * @returns {Promise<import('./dom.js').Wrong[] | null>}
   */
  const send = async (batch, signal, onProgress) => {
    for (let failures = 0; !signal.aborted; failures += 1) {
      const body = new FormData()
      for (const { file, path } of batch) body.append('file', file, path)
      const answer = await upload(form.action, body, {
        token: csrf,
        signal,
        onProgress: ({ loaded, speed }) => onProgress(loaded, speed),
        onSent: () => {},
      })
      if (answer !== null && answer.status < 300) return null
      if (answer?.status === 401 || answer?.status === 403) return [{ at: null, sentence: words.signedOut }]
      if (answer !== null && answer.status < 500 && answer.status !== 429)
        return problemsIn(parsePage(answer.text))
      const seconds = PAUSES[failures]
      if (seconds === undefined) return [{ at: null, sentence: words.failed }]
      said.textContent = fill(words.again, { n: seconds })
      await pause(seconds, signal)
    }
    return []
  }

  const submit = async () => {
    const files = chosen()
    if (files.length === 0) {
      showProblems([{ at: 'files', sentence: words.noneChosen }], words.problemSummary, ['files'])
      return
    }
    const sending = new AbortController()
    stop.addEventListener('click', () => sending.abort(), { once: true })
    window.addEventListener('beforeunload', askBeforeLeaving)
    form.hidden = true
    panel.hidden = false
    panel.focus()
    const total = files.reduce((sum, { file }) => sum + file.size, 0)
    let done = 0
    let before = 0
    /** @type {import('./dom.js').Wrong[] | null} */
    let wrong = null
    for (const batch of batches(files)) {
      said.textContent = fill(words.sending, { done, count: files.length })
      wrong = await send(batch, sending.signal, (loaded, speed) => {
        const sent = Math.min(before + loaded, total)
        bar.value = total === 0 ? 0 : (100 * sent) / total
        if (speed > 0)
          detail.textContent = fill(words.detail, { sent: size(sent), size: size(total), speed: size(speed) })
      })
      if (wrong !== null) break
      done += batch.length
      before += batch.reduce((sum, { file }) => sum + file.size, 0)
    }
    window.removeEventListener('beforeunload', askBeforeLeaving)
    // What arrived is there, whatever became of the rest.
    if (wrong === null || wrong.length === 0) {
      location.assign(form.action.replace(/\/tep$/, ''))
      return
    }
    form.hidden = false
    panel.hidden = true
    form.removeAttribute('data-sent')
    showProblems(wrong, words.problemSummary, ['files'])
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    if (!form.hidden) void submit()
    form.removeAttribute('data-sent')
  })
}

const form = document.querySelector('form[data-told]')
if (form instanceof HTMLFormElement) begin(form)
