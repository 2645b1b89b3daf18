// @ts-check
/** Keeps what is typed: every few seconds, again when the line is back, and before it is handed in. */
import { element, fill, parsePage } from './dom.js'
import { inputOf, renewToken, toldBy, toldForm } from './told.js'

const QUIET_MS = 1_500
const AGAIN_MS = 10_000

const form = toldForm()
const { words, saveTo, signIn } = toldBy(form)
const csrf = inputOf(form, 'csrfToken')
const revision = inputOf(form, 'revision')
const counter = document.getElementById('words')
const saved = document.getElementById('saved')

let isDirty = false
/** Another window has a newer draft: nothing is saved from here any more. */
let isOutdated = false
let isLeaving = false
let timer = 0
/** @type {Promise<boolean> | null} */
let saving = null

/** @param {...(Node | string)} what */
const say = (...what) => saved?.replaceChildren(...what)

const post = () =>
  fetch(saveTo, {
    method: 'POST',
    headers: { 'HX-Request': 'true', 'X-CSRF-Token': csrf.value },
    // No field of it holds a file.
    body: new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)])),
  })

/** Signed in by now, in another tab? Else says so. */
const renew = async () => {
  const who = await renewToken(form)
  if (who !== 'same') say(words[who], ' ', element('a', { href: signIn, target: '_blank' }, words.signIn))
  return who === 'same'
}

/** Whether it is saved. @param {boolean} mayRenew @returns {Promise<boolean>} */
const attempt = async mayRenew => {
  const answer = await post().catch(() => null)
  if (answer === null || answer.status >= 500) {
    say(words.offline)
    return false
  }
  if (answer.status === 401 || answer.status === 403) return mayRenew && (await renew()) && attempt(false)
  const piece = parsePage(await answer.text()).body
  say(piece.textContent ?? '')
  isOutdated = answer.status === 409
  revision.value = piece.querySelector('#saved')?.getAttribute('data-revision') ?? revision.value
  return answer.ok
}

const saveAll = async () => {
  while (isDirty) {
    // It can still be handed in as it stands here.
    if (isOutdated) return true
    isDirty = false
    if (!(await attempt(true))) {
      isDirty = true
      return false
    }
  }
  return true
}

/** One at a time: each needs the revision that the one before it made. */
const save = () => {
  clearTimeout(timer)
  saving ??= saveAll().finally(() => {
    saving = null
    if (isDirty && !isOutdated) timer = window.setTimeout(save, AGAIN_MS)
  })
  return saving
}

form.addEventListener('input', () => {
  isDirty = true
  const text = [...form.querySelectorAll('textarea')].map(area => area.value).join(' ')
  if (counter !== null)
    counter.textContent = fill(words.count, { n: text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0 })
  if (isOutdated) return
  if (saving === null) say(words.unsaved)
  clearTimeout(timer)
  timer = window.setTimeout(save, QUIET_MS)
})

// Whatever sends the form, what was typed is kept first; then nothing can get lost on the way.
form.addEventListener('submit', event => {
  if (isLeaving) return
  event.preventDefault()
  form.removeAttribute('data-sent')
  const isDraftOnly = event.submitter?.hasAttribute('formaction') ?? false
  void save().then(isSaved => {
    if (!isSaved || isDraftOnly) return
    isLeaving = true
    form.submit()
  })
})

const retry = () => void save()
window.addEventListener('online', retry)
window.addEventListener('focus', retry)
document.addEventListener('visibilitychange', retry)
window.addEventListener('beforeunload', event => {
  if (isDirty && !isLeaving) event.preventDefault()
})
window.addEventListener('pageshow', event => {
  if (event.persisted) location.reload()
})
