// @ts-check
/**
 * Keys of a page that is read: what a link or button says in `data-keys` (`j ArrowRight`) presses it, unless somebody types or
 * holds a modifier.
 */
const isTyping = () => document.activeElement?.matches('input, textarea, select') ?? false

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping()) return
  for (const target of document.querySelectorAll('[data-keys]'))
    if (target instanceof HTMLElement && target.dataset['keys']?.split(' ').includes(event.key)) {
      event.preventDefault()
      target.click()
      return
    }
})
