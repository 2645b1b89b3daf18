/** Regroups what a socket brings into blocks of one size. */
export const regroup = (blockBytes: number) => {
  let pieces: Buffer[] = []
  let waiting = 0

  const join = (): Buffer => {
    const [only] = pieces
    const joined = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces, waiting)
    pieces = [joined]
    return joined
  }

  return {
    /** Answers the blocks that are full. One is given out only when more follows: what fits into one is never split off. */
    push(piece: Buffer): readonly Buffer[] {
      pieces.push(piece)
      waiting += piece.length
      const full: Buffer[] = []
      while (waiting > blockBytes) {
        const all = join()
        full.push(all.subarray(0, blockBytes))
        // A copy, or the few bytes left over would keep the whole block in memory.
        pieces = [Buffer.from(all.subarray(blockBytes))]
        waiting -= blockBytes
      }
      return full
    },
    /** What waits for its block to fill. */
    rest: join,
  }
}
