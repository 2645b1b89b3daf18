/** Characters that fit on one line of the left head. */
const LINE = 24
/** Words that a second line of a body's name likes to begin with. */
const STARTS = /^(TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|NGÀNH|TỔNG|CÁC|CƠ|LAO)$/

/** The name of a body in capitals, on two lines where one does not hold it: halves as an office would set them. */
export const headLines = (name: string): string => {
  const words = name.split(' ')
  if (name.length <= LINE) return name
  const breaks = words.slice(1).map((word, index) => {
    const first = words.slice(0, index + 1).join(' ').length
    const second = name.length - first - 1
    const tooLong = Math.max(0, Math.max(first, second) - LINE) * 10
    return { at: index + 1, cost: Math.abs(first - second) + tooLong - (STARTS.test(word) ? 12 : 0) }
  })
  const [best] = breaks.sort((a, b) => a.cost - b.cost)
  if (best === undefined) return name
  return `${words.slice(0, best.at).join(' ')}\n${words.slice(best.at).join(' ')}`
}
