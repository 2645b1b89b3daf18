/** What DOS wrote for the upper half of a byte. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '

const decode = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Taken apart: plain letters with the marks that Vietnamese puts on them, and what people type between them. */
const VIETNAMESE = /^(?:[aeiouy][\u0300-\u0303\u0306\u0309\u031B\u0323]*|[\p{ASCII}đ–—’“”…])*$/iu

/**
 * The name of an entry that does not say how it is written: UTF-8 where it can be (macOS, and many tools, do not say
 * so), else windows-1258 where that gives Vietnamese (Windows in Vietnamese), else what DOS wrote.
 */
export const decodeName = (bytes: Uint8Array, isUtf8: boolean): string => {
  const utf8 = decode('utf-8', bytes)
  if (utf8 !== null) return utf8
  const vietnamese = decode('windows-1258', bytes)
  if (!isUtf8 && vietnamese !== null && VIETNAMESE.test(vietnamese.normalize('NFD'))) return vietnamese
  return [...bytes]
    .map(byte => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '?')))
    .join('')
}
