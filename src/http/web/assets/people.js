// @ts-check
import { fill } from './dom.js'

/**
 * Whom somebody ticks stays ticked while he searches, filters and turns pages; the bar says how many they are. Without
 * this, what is ticked on the page is sent all the same.
 */
const place = document.getElementById('people')
/** @type {Set<string>} */
const chosen = new Set()
const numbers = new Intl.NumberFormat(document.documentElement.lang === 'vi' ? 'vi-VN' : 'en-GB')

/** @returns {HTMLInputElement[]} */
const boxes = () => [...(place?.querySelectorAll('input[name="id"]') ?? [])].filter(isInput)

/** @param {unknown} element @returns {element is HTMLInputElement} */
const isInput = element => element instanceof HTMLInputElement

/** @param {string} selector */
const input = selector => {
  const found = place?.querySelector(selector)
  return isInput(found) ? found : null
}

const show = () => {
  const bar = place?.querySelector('.pick-bar')
  if (!(bar instanceof HTMLElement)) return
  const all = input('input[name="all"]')
  const isAll = all?.checked === true
  const shown = boxes()
  for (const box of shown) {
    box.checked = isAll || chosen.has(box.value)
    box.disabled = isAll
  }
  const page = input('#pick-page')
  if (page !== null) {
    page.closest('label')?.removeAttribute('hidden')
    page.disabled = isAll
    page.checked = shown.length > 0 && shown.every(box => box.checked)
  }
  const count = isAll ? Number(all.dataset['total']) : chosen.size
  bar.hidden = count === 0
  bar.querySelector('#pick-none')?.removeAttribute('hidden')
  const told = bar.querySelector('[data-told]')
  const text = fill(told?.getAttribute('data-told') ?? '', { n: numbers.format(count) })
  if (told !== null && told.textContent !== text) told.textContent = text
  const others = input('input[name="chosen"]')
  if (others !== null) others.value = [...chosen].join(',')
}

/** What the page brought ticked: a choice that somebody comes back to. */
const take = () => {
  for (const id of (input('input[name="chosen"]')?.value ?? '').split(',')) if (id !== '') chosen.add(id)
  for (const box of boxes()) if (box.checked) chosen.add(box.value)
}

place?.addEventListener('change', event => {
  const { target } = event
  if (!isInput(target)) return
  const ticked = target.id === 'pick-page' ? boxes() : target.name === 'id' ? [target] : []
  for (const box of ticked) {
    if (target.checked) chosen.add(box.value)
    else chosen.delete(box.value)
  }
  show()
})

place?.addEventListener('click', event => {
  if (!(event.target instanceof Element) || event.target.closest('#pick-none') === null) return
  chosen.clear()
  const all = input('input[name="all"]')
  if (all !== null) all.checked = false
  show()
  all?.focus()
})

// From the last row that was ticked straight to what is to be done.
place?.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !isInput(event.target) || event.target.type !== 'checkbox') return
  event.preventDefault()
  const button = place.querySelector('.pick-bar button[name]')
  if (button instanceof HTMLElement) button.focus()
})

// On a phone a row of chips is wider than the screen.
const reveal = () => {
  for (const chip of place?.querySelectorAll('.chips [aria-current]') ?? []) {
    const row = chip.closest('.chips')
    if (row !== null && chip instanceof HTMLElement) row.scrollLeft = chip.offsetLeft - 16
  }
}

document.addEventListener('htmx:afterSettle', () => {
  show()
  reveal()
})
take()
show()
reveal()
