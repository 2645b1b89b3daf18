// @ts-check
import { parsePage } from './dom.js'

/** A form that tells its module, in `data-told`, whose it is (`enrolment`) and what to say (`words`). */

/** @param {Document} page @returns {HTMLFormElement | null} */
const formIn = page => page.querySelector('form[data-told]')

/** @param {HTMLFormElement} form */
export const toldBy = form => JSON.parse(form.dataset['told'] ?? '{}')

/** Of this page. */
export const toldForm = () => {
  const form = formIn(document)
  if (form === null) throw new Error('this page has no such form')
  return form
}

/** @param {HTMLFormElement} form @param {string} name */
export const inputOf = (form, name) => {
  const input = form.elements.namedItem(name)
  if (input instanceof HTMLInputElement) return input
  throw new Error(`the form has no ${name}`)
}

/**
 * Takes the token of whoever is signed in by now, if that is still the person whose form it is.
 * @param {HTMLFormElement} form
 * @returns {Promise<'same' | 'other' | 'expired'>}
 */
export const renewToken = async form => {
  try {
    const answer = await fetch(location.href)
    const fresh = formIn(parsePage(await answer.text()))
    if (fresh === null) return 'expired'
    if (toldBy(fresh).enrolment !== toldBy(form).enrolment) return 'other'
    inputOf(form, 'csrfToken').value = inputOf(fresh, 'csrfToken').value
    return 'same'
  } catch {
    return 'expired'
  }
}
