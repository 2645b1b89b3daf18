// @ts-check
/**
 * Sends the hand-in form with progress, and again by itself when the line breaks: always under the form's own key, so
 * that it is handed in once. Without this module the browser sends the same form.
 */
import { element, fill, markField, parsePage, problemsIn, showProblems } from './dom.js'
import { photoList } from './photos.js'
import { inputOf, renewToken, toldBy, toldForm } from './told.js'
import { upload } from './upload.js'

/** Before each new attempt, in seconds; after the last one it is left to the person. */
const PAUSES = [1, 2, 4, 8, 15, 30, 30, 30]

const form = toldForm()
const told = toldBy(form)
const { words, refusals } = told
const input = inputOf(form, 'file')
const csrf = inputOf(form, 'csrfToken')
const locale = told.language === 'vi' ? 'vi-VN' : 'en-GB'

/** @param {readonly import('./dom.js').Wrong[]} wrong */
const tell = wrong => showProblems(wrong, words.problemSummary, ['file', 'topics'])

/** @param {number} bytes */
const size = bytes =>
  bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(locale)} kB`
    : `${(bytes / 1048576).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`

/** @param {number} seconds */
const span = seconds =>
  seconds < 90
    ? fill(words.seconds, { n: Math.ceil(seconds) })
    : fill(words.minutes, { n: Math.ceil(seconds / 60) })

// What can be seen before a byte is sent.

/** @type {Record<string, string>} */
const SYNONYMS = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg' }

/** @param {File} file */
const extensionOf = file => /\.([^.\s]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''

/** @param {File} file */
const isPhoto = file => ['jpg', 'png'].includes(SYNONYMS[extensionOf(file)] ?? extensionOf(file))

/** @param {File | undefined} file @returns {string | null} */
const wrongWith = file => {
  if (file === undefined) return refusals.fileMissing
  const extension = extensionOf(file)
  if (/^hei[cf]$/.test(extension) || /^image\/hei[cf]/.test(file.type)) return refusals.heic
  if (!told.types.includes(SYNONYMS[extension] ?? extension))
    return fill(refusals.wrongType, { type: extension || file.name })
  return file.size === 0 ? refusals.fileEmpty : null
}

const chosen = element('p', { class: 'small figures', role: 'status' })
const photos = photoList(words, size, () => {
  const n = photos.files().length
  if (n > 0) chosen.textContent = fill(words.photosChosen, { n, size: size(photos.bytes()) })
  else if (input.files?.length === 0) chosen.textContent = ''
  if (photos.bytes() > told.maxBytes) chosen.textContent += ` ${words.willShrink}`
})

/** What is to be sent. @returns {readonly File[]} */
const files = () => (photos.files().length > 0 ? photos.files() : [...(input.files ?? [])])

/** @param {readonly File[]} all @returns {string | null} */
const wrongWithAll = all => {
  const wrong = [all[0], ...all].map(wrongWith).find(sentence => sentence !== null)
  if (wrong !== undefined) return wrong
  if (all.length > 1 && !all.every(isPhoto)) return refusals.severalFiles
  return all.length > told.maxPhotos && all.length > 1 ? refusals.tooManyPhotos : null
}

/** @returns {string | null} */
const wrongWithFiles = () => {
  const sum = files().reduce((bytes, file) => bytes + file.size, 0)
  return wrongWithAll(files()) ?? (sum > told.maxBytes ? refusals.tooLarge : null)
}

const check = () => {
  const ofFile = wrongWithFiles()
  const isTicked = form.querySelector('input[name="topics"]:checked') !== null
  return [
    ...(isTicked ? [] : [{ at: 'topics', sentence: refusals.topicsMissing }]),
    ...(ofFile === null ? [] : [{ at: 'file', sentence: ofFile }]),
  ]
}

/** @param {readonly File[]} added */
const take = added => {
  if (added.length === 0) return
  if (added.every(isPhoto)) {
    photos.add(added)
    // They are in the list now; the same button adds more.
    input.value = ''
  } else {
    photos.clear()
    chosen.textContent = added.map(file => `${file.name} · ${size(file.size)}`).join('; ')
  }
  const isOneTooLarge = photos.files().length === 0 && added.some(file => file.size > told.maxBytes)
  markField('file', wrongWithAll(files()) ?? (isOneTooLarge ? refusals.tooLarge : undefined))
}

input.addEventListener('change', () => take([...(input.files ?? [])]))
input.after(chosen, photos.element)

// A desk has no camera to speak of.
if (told.maxPhotos > 0 && matchMedia('(any-pointer: coarse)').matches) {
  const camera = element('input', {
    type: 'file',
    accept: 'image/jpeg',
    capture: 'environment',
    hidden: '',
  })
  camera.addEventListener('change', () => {
    take([...(camera.files ?? [])])
    camera.value = ''
  })
  const button = element('button', { type: 'button', class: 'button second' }, words.takePhoto)
  button.addEventListener('click', () => camera.click())
  input.before(element('div', { class: 'row' }, button, camera))
}

/** The form, with photos in their order instead of what its field holds. */
const formData = () => {
  const data = new FormData(form)
  if (photos.files().length === 0) return data
  data.delete('file')
  data.set('order', 'sent')
  data.set('turns', photos.turns())
  for (const file of photos.files()) data.append('file', file, file.name)
  return data
}

// How far it is.

const said = element('p', { role: 'status' })
const what = element('p', {})
const bar = element('progress', { max: '100', value: '0', 'aria-label': words.progress })
const detail = element('p', { class: 'small quiet figures' })
const actions = element('div', { class: 'row actions' })
const panel = element('section', { class: 'note stack-close', tabindex: '-1', hidden: '' })
panel.append(what, said, bar, detail, actions)
form.after(panel)

/** @param {string} name @param {Record<string, string | number>} [values] */
const say = (name, values = {}) => {
  const sentence = fill(words[name], values)
  // What has been said is not said again to those who listen.
  if (said.textContent !== sentence) said.textContent = sentence
  detail.textContent = ''
  bar.hidden = name === 'expired' || name === 'other'
}

/** @param {import('./upload.js').Progress} progress */
const showProgress = ({ loaded, total, speed }) => {
  bar.value = (100 * loaded) / total
  say('sending', { percent: Math.floor((4 * loaded) / total) * 25 })
  if (speed === 0) return
  const left = span((total - loaded) / speed)
  detail.textContent = fill(words.detail, { sent: size(loaded), size: size(total), speed: size(speed), left })
}

// What sending waits for.

/** @param {AbortSignal} signal @param {(done: () => void) => void} begin @returns {Promise<void>} */
const until = (signal, begin) =>
  new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    begin(resolve)
  })

/** @param {AbortSignal} signal */
const online = signal =>
  until(signal, done => window.addEventListener('online', () => done(), { once: true }))

/** So many seconds, or until there is a connection again. @param {AbortSignal} signal @param {number} seconds */
const pause = (signal, seconds) =>
  Promise.race([online(signal), until(signal, done => setTimeout(done, seconds * 1000))])

/** Until he has signed in again, in another tab. @param {AbortSignal} signal */
const signIn = signal =>
  until(signal, done => {
    const link = element('a', { class: 'button', href: told.signIn, target: '_blank' }, words.signIn)
    const goOn = element('button', { class: 'button second', type: 'button' }, words.goOn)
    const tryOn = async () => {
      const who = await renewToken(form)
      if (who !== 'same') {
        say(who)
        return
      }
      window.removeEventListener('focus', onReturn)
      link.remove()
      goOn.remove()
      done()
    }
    const onReturn = () => void tryOn()
    goOn.addEventListener('click', onReturn)
    window.addEventListener('focus', onReturn)
    actions.prepend(link, goOn)
    say('expired')
  })

/** It may have been moved or changed since it was chosen. */
const canRead = async () => {
  try {
    for (const file of files()) await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** Where to go on, or what is wrong; nothing is wrong when it was stopped. @param {AbortSignal} signal */
const send = async signal => {
  let hasRenewed = false
  for (let failures = 0; !signal.aborted; ) {
    if (!navigator.onLine) {
      say('offline')
      await online(signal)
    }
    if (!(await canRead())) return [{ at: 'file', sentence: words.unreadable }]
    const answer = await upload(form.action, formData(), {
      token: csrf.value,
      signal,
      onProgress: showProgress,
      onSent: () => say('arrived'),
    })
    if (signal.aborted) break
    if (answer !== null && answer.status < 300) return new URL(answer.url)
    if (answer?.status === 401 || (answer?.status === 403 && !hasRenewed)) {
      hasRenewed = answer.status === 403
      if ((await renewToken(form)) !== 'same') await signIn(signal)
    } else if (answer === null || answer.status >= 500 || answer.status === 429) {
      if (failures === PAUSES.length) return [{ at: null, sentence: words.failed }]
      const seconds = Math.max(answer?.retryAfter ?? 0, PAUSES[failures])
      failures += 1
      if (navigator.onLine) say(answer === null ? 'again' : 'busy', { n: seconds })
      if (navigator.onLine) await pause(signal, seconds)
    } else {
      const page = parsePage(answer.text)
      // Under a new key, where the old one is used up.
      form.action = page.querySelector('form[data-told]')?.getAttribute('action') ?? form.action
      return problemsIn(page)
    }
  }
  return []
}

/** @param {BeforeUnloadEvent} event */
const askBeforeLeaving = event => event.preventDefault()

/** @param {boolean} isSending */
const setSending = isSending => {
  panel.hidden = !isSending
  form.hidden = isSending
  if (isSending) window.addEventListener('beforeunload', askBeforeLeaving)
  else window.removeEventListener('beforeunload', askBeforeLeaving)
}

const submit = async () => {
  if (photos.bytes() > told.maxBytes) await photos.shrink()
  const wrong = check()
  tell(wrong)
  if (wrong.length > 0) return
  const sending = new AbortController()
  const cancel = element('button', { class: 'button second', type: 'button' }, words.stop)
  cancel.addEventListener('click', () => sending.abort())
  actions.replaceChildren(cancel)
  what.replaceChildren(
    element(
      'strong',
      {},
      photos.files().length > 1 ? fill(words.photos, { n: photos.files().length }) : (files()[0]?.name ?? ''),
    ),
  )
  setSending(true)
  panel.focus()
  const answer = await send(sending.signal)
  setSending(false)
  if (answer instanceof URL) location.assign(answer)
  else tell(answer)
}

form.addEventListener('submit', event => {
  event.preventDefault()
  // Hidden: it is being sent.
  if (!form.hidden) void submit()
  form.removeAttribute('data-sent')
})

// Shown again by "back" as it was left: begin anew, under a new key.
window.addEventListener('pageshow', event => {
  if (event.persisted) location.reload()
})
