// @ts-check

/** @param {string} template @param {Record<string, string | number>} values */
export const fill = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** @typedef {{ at: string | null, sentence: string }} Wrong `at`: the id of a field */

/** @param {string} id @param {string | undefined} sentence */
export const markField = (id, sentence) => {
  const field = document.getElementById(id)?.closest('.field')
  if (field == null) return
  field.querySelector('.wrong-text')?.remove()
  field.classList.toggle('wrong', sentence !== undefined)
  if (sentence !== undefined)
    field
      .querySelector('.hint')
      ?.after(element('span', { class: 'wrong-text', id: `${id}-problem` }, sentence))
}

/**
 * Tells what is wrong as the server does: in `#problems` at the top, and at the fields.
 * @param {readonly Wrong[]} wrong @param {string} title @param {readonly string[]} fields
 */
export const showProblems = (wrong, title, fields) => {
  for (const id of fields) markField(id, wrong.find(({ at }) => at === id)?.sentence)
  const list = wrong.map(({ at, sentence }) =>
    element('li', {}, at === null ? sentence : element('a', { href: `#${at}` }, sentence)),
  )
  const summary = element('div', { class: 'note bad', role: 'alert', tabindex: '-1' })
  summary.append(element('h2', {}, title), element('ul', { class: 'plain' }, ...list))
  document.getElementById('problems')?.replaceChildren(...(wrong.length === 0 ? [] : [summary]))
  if (wrong.length > 0) summary.focus()
}

/** What a page that the server answered with says is wrong. @param {Document} page @returns {Wrong[]} */
export const problemsIn = page =>
  [...page.querySelectorAll('#problems li, h1 + ul li')].map(item => ({
    at: item.querySelector('a')?.hash.slice(1) ?? null,
    sentence: item.textContent?.trim() ?? '',
  }))

/** @param {string} html */
export const parsePage = html => new DOMParser().parseFromString(html, 'text/html')
