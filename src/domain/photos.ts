import type { FileType, TopicCode } from './campaign.ts'
import type { EssayFile, EssayPage, EssayVersion, PhotoType, Turn } from './essay.ts'
import { topicLabel } from './naming.ts'

/** Photos of one hand-in at most. */
export const MAX_PHOTOS = 30

export const TURNS = [0, 90, 180, 270] as const satisfies readonly Turn[]

export const isPhoto = (type: FileType | null): type is PhotoType => type === 'jpg' || type === 'png'

/** How the pages lie, and in which order they are read. */
export interface Arrangement {
  /** In the order in which the photos came; none: nobody said anything, all stand upright. */
  readonly turns: readonly Turn[]
  /** A form without JavaScript cannot order them: what the camera counted is the order. */
  readonly isByName: boolean
}

const byName = new Intl.Collator('vi', { numeric: true })

/** `5 ảnh bài viết tay CĐ1, CĐ3` */
const photosName = (count: number, topics: readonly TopicCode[]): string =>
  `${count} ảnh bài viết tay ${topics.map(topicLabel).join(', ')}`

/** A hand-in of photos as one file of pages. One photo that nobody turned stays the file that it is. */
export const arrangePages = <F extends EssayFile>(
  { pages = [], ...file }: F,
  { turns, isByName }: Arrangement,
  topics: readonly TopicCode[],
): Omit<F, 'pages'> & Pick<EssayFile, 'pages'> => {
  if (pages.length === 0 || (pages.length === 1 && turns.length === 0)) return file
  const turned = pages.map((page, index): EssayPage => ({ ...page, turn: turns[index] ?? 0 }))
  if (isByName) turned.sort((a, b) => byName.compare(a.name, b.name))
  const isOne = pages.length === 1
  return {
    ...file,
    ...(isOne ? {} : { name: photosName(pages.length, topics), type: 'photos' }),
    pages: turned,
  }
}

const turnsOf = ({ pages = [] }: EssayFile): string => pages.map(({ turn }) => turn).join()

/** The same bytes, standing in the same way. */
export const isSameFile = (a: EssayFile, b: EssayFile): boolean =>
  a.sha256 === b.sha256 && turnsOf(a) === turnsOf(b)

type WithFile = Pick<EssayVersion, 'file' | 'bound'>

/** What is read of a version: of photos the PDF that was bound of them; null: it is not bound yet, or came on paper. */
export const readingFile = ({ file, bound }: WithFile): EssayFile | null =>
  bound ?? (file?.type === 'photos' ? null : file)

/** What the PDF of photos is called. */
export const boundName = ({ name }: Pick<EssayFile, 'name'>): string => `${name.replace(/\.\w+$/, '')}.pdf`

/** The pages of a file must lie one behind the other and fill it. */
export const pageFaults = ({ size, pages = [], type }: EssayFile): readonly string[] => {
  if (pages.length === 0) return type === 'photos' ? ['has no pages'] : []
  let end = 0
  for (const page of pages.toSorted((a, b) => a.start - b.start)) {
    if (page.start !== end) return [`has a page that begins at ${page.start}, not at ${end}`]
    end += page.size
  }
  return end === size ? [] : [`has pages of ${end} bytes in all`]
}
