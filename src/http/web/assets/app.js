// @ts-check
/** Everything here is an addition: each page works without it. */

// Back must show the page as it was left, not send it again; and two quick presses are one.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', event => {
    if (form.hasAttribute('data-sent')) event.preventDefault()
    form.setAttribute('data-sent', '')
  })
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) form.removeAttribute('data-sent')
})

document.addEventListener('click', event => {
  if (event.target instanceof Element && event.target.closest('[data-print]') !== null) window.print()
})

// On a phone the row of tabs is wider than the screen.
document.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
