/** In folded text: "ha" finds Hà and Hạnh but not Phạm; digits are found anywhere in a number. */
export const occurs = (word: string): RegExp => {
  const literal = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  return new RegExp(/^\d+$/.test(word) ? literal : `(^|[^a-z0-9])${literal}`)
}

/** All that comes after a document in name order. */
export const behind = ({ nameKey, _id }: { readonly nameKey: string; readonly _id: string }) => ({
  $or: [{ nameKey: { $gt: nameKey } }, { nameKey, _id: { $gt: _id } }],
})
