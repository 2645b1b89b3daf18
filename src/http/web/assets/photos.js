// @ts-check
/** The photos of handwritten pages that were chosen: seen small, put in order, turned, left out. */
import { element, fill } from './dom.js'

/** @typedef {{ file: File, turn: number, row: HTMLLIElement, small: ImageBitmap | null, canvas: HTMLCanvasElement }} Photo */

/** Of a thumbnail, in its own pixels: as high as an A4 page against its width. */
const WIDTH = 180
const HEIGHT = 240
/** A page that is shrunk because all together are too large is as sharp as a good scan still. */
const LONGEST = 2200
const QUALITY = 0.82

/** @param {string} word @param {(button: HTMLButtonElement) => void} act */
const button = (word, act) => {
  const made = element('button', { type: 'button', class: 'button second' }, word)
  made.addEventListener('click', () => act(made))
  return made
}

/** @param {Photo} photo */
const draw = ({ canvas, small, turn }) => {
  const pen = canvas.getContext('2d')
  if (pen === null || small === null) return
  const isAcross = turn % 180 !== 0
  const [width, height] = isAcross ? [small.height, small.width] : [small.width, small.height]
  const scale = Math.min(WIDTH / width, HEIGHT / height)
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, WIDTH, HEIGHT)
  pen.translate(WIDTH / 2, HEIGHT / 2)
  pen.rotate((turn * Math.PI) / 180)
  pen.scale(scale, scale)
  pen.drawImage(small, -small.width / 2, -small.height / 2)
}

/** One photo at a time: each is large while it is unpacked. @type {Promise<unknown>} */
let busy = Promise.resolve()

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
const inTurn = work => {
  const done = busy.then(work)
  busy = done.catch(() => null)
  return done
}

/** @param {Photo} photo */
const showSmall = photo =>
  inTurn(async () => {
    try {
      photo.small = await createImageBitmap(photo.file, { resizeWidth: 2 * WIDTH, resizeQuality: 'medium' })
      draw(photo)
    } catch {
      photo.canvas.classList.add('blank')
    }
  })

/** A smaller JPEG of it; the photo itself where it cannot be made smaller. @param {File} file @returns {Promise<File>} */
const shrunk = file =>
  inTurn(async () => {
    try {
      const whole = await createImageBitmap(file)
      const scale = Math.min(1, LONGEST / Math.max(whole.width, whole.height))
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(whole.width * scale)
      canvas.height = Math.round(whole.height * scale)
      canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height)
      whole.close()
      /** @type {Blob | null} */
      const blob = await new Promise(resolve => {
        canvas.toBlob(resolve, 'image/jpeg', QUALITY)
      })
      if (blob === null || blob.size >= file.size) return file
      return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
    } catch {
      return file
    }
  })

/**
 * @param {Record<string, string>} words
 * @param {(bytes: number) => string} size
 * @param {() => void} onChange
 */
export const photoList = (words, size, onChange) => {
  /** @type {Photo[]} */
  let photos = []
  const list = element('ol', { class: 'pages', 'aria-label': words.pages, hidden: '' })
  const said = element('p', { class: 'hidden', role: 'status' })

  const refresh = () => {
    list.hidden = photos.length === 0
    for (const [index, { file, row }] of photos.entries()) {
      const n = index + 1
      const [name, about] = row.querySelectorAll('.page-name > *')
      if (name !== undefined) name.textContent = fill(words.page, { n })
      if (about !== undefined) about.textContent = `${file.name} · ${size(file.size)}`
      for (const button of row.querySelectorAll('button'))
        button.setAttribute('aria-label', `${button.textContent}: ${fill(words.page, { n }).toLowerCase()}`)
      const [up, down] = row.querySelectorAll('button')
      if (up !== undefined) up.disabled = index === 0
      if (down !== undefined) down.disabled = n === photos.length
    }
    onChange()
  }

  /** @param {Photo} photo @param {number} to */
  const move = (photo, to) => {
    const others = photos.filter(other => other !== photo)
    photos = [...others.slice(0, to), photo, ...others.slice(to)]
    list.insertBefore(photo.row, photos[to + 1]?.row ?? null)
    refresh()
    said.textContent = fill(words.moved, { name: photo.file.name, n: to + 1 })
  }

  /** @param {Photo} photo */
  const buttonsOf = photo => {
    /** @param {number} by */
    const step = by => (/** @type {HTMLButtonElement} */ pressed) => {
      move(photo, photos.indexOf(photo) + by)
      // At the end of the way its twin goes on.
      const [up, down] = photo.row.querySelectorAll('button')
      ;(pressed.disabled ? (pressed === up ? down : up) : pressed)?.focus()
    }
    return [
      button(words.up, step(-1)),
      button(words.down, step(1)),
      button(words.turn, () => {
        photo.turn = (photo.turn + 90) % 360
        draw(photo)
        said.textContent = fill(words.turned, { name: photo.file.name, degrees: photo.turn })
        onChange()
      }),
      button(words.leaveOut, () => {
        const at = photos.indexOf(photo)
        photos = photos.filter(other => other !== photo)
        photo.row.remove()
        photo.small?.close()
        refresh()
        photos[Math.min(at, photos.length - 1)]?.row.querySelector('button:last-of-type')?.focus?.()
      }),
    ]
  }

  /** By the mouse; a finger has the buttons. @param {Photo} photo */
  const makeDraggable = photo => {
    const { row } = photo
    row.draggable = true
    row.addEventListener('dragstart', event => {
      row.classList.add('dragged')
      event.dataTransfer?.setData('text/plain', photo.file.name)
    })
    row.addEventListener('dragend', () => row.classList.remove('dragged'))
    row.addEventListener('dragover', event => {
      const dragged = photos.find(other => other.row.classList.contains('dragged'))
      if (dragged === undefined) return
      event.preventDefault()
      if (dragged !== photo) move(dragged, photos.indexOf(photo))
    })
  }

  /** @param {File} file */
  const photoOf = file => {
    const canvas = element('canvas', { width: String(WIDTH), height: String(HEIGHT), 'aria-hidden': 'true' })
    const row = element('li', {})
    /** @type {Photo} */
    const photo = { file, turn: 0, row, small: null, canvas }
    const name = element(
      'p',
      { class: 'page-name' },
      element('strong', {}),
      element('span', { class: 'quiet small' }),
    )
    const buttons = element('div', { class: 'row' }, ...buttonsOf(photo))
    row.append(canvas, element('div', { class: 'stack-close' }, name, buttons))
    makeDraggable(photo)
    void showSmall(photo)
    return photo
  }

  return {
    element: element('div', {}, list, said),
    files: () => photos.map(({ file }) => file),
    turns: () => photos.map(({ turn }) => turn).join(),
    bytes: () => photos.reduce((sum, { file }) => sum + file.size, 0),
    /** @param {readonly File[]} files */
    add(files) {
      const added = files.map(photoOf)
      photos = [...photos, ...added]
      list.append(...added.map(({ row }) => row))
      refresh()
    },
    clear() {
      photos = []
      list.replaceChildren()
      refresh()
    },
    async shrink() {
      for (const photo of photos) photo.file = await shrunk(photo.file)
      refresh()
    },
  }
}
