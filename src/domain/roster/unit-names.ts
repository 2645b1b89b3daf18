import type { Unit } from '../unit.ts'
import { clean, fold } from '../vietnamese.ts'

/** Long forms → the short ones that keys are made of, on folded text. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\btong (lien doan lao dong|ldld)( viet nam| vn)?\b/g, 'tld'],
  [/\blien doan( lao dong)?\b/g, 'ldld'],
  [/\bcong doan\b/g, 'cd'],
  [/\bcdvc\b/g, 'cd vc'],
  [/\bcdn\b/g, 'cd nganh'],
  [/\b(cong chuc )?vien chuc\b|\bcong chuc vc\b|\bccvc\b/g, 'vc'],
  [/\bthanh pho\b/g, 'tp'],
  [/\btphcm\b/g, 'tp hcm'],
  [/\bho chi minh\b/g, 'hcm'],
  [/\bthi xa\b/g, 'tx'],
  [/\bhuyen\b/g, 'h'],
  [/\bquan\b/g, 'q'],
  [/\bt\b/g, 'tinh'],
  [/\bkhu cong nghiep\b/g, 'kcn'],
  [/\bphat trien nong thon\b/g, 'ptnt'],
  [/\bnong nghiep\b/g, 'nn'],
  [/\bgiao thong van tai\b/g, 'gtvt'],
  [/\bgiao duc( dao tao)?\b|\bgd ?dt\b/g, 'gd'],
  [/\bviet nam\b/g, 'vn'],
  [/\btong cong ty\b/g, 'tct'],
  [/\bvan phong\b/g, 'vp'],
]

/** "Liên đoàn Lao động H.Văn Lâm" → "ldld h van lam": how the same unit reads the same however it is written. */
export const unitKey = (text: string): string => {
  // "L.Đ.L.Đ" is a word; "H.Văn" and "TP.Hưng Yên" are two.
  let key = fold(text)
    .replaceAll(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\b(va|cac|cua|thuoc)\b/g, ' ')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/\b(tp|tx|q|h)(\d)/g, '$1 $2')
    .trim()
  for (const [long, short] of SHORT) key = key.replaceAll(long, short)
  return key.replaceAll(/ +/g, ' ').trim()
}

/** Without the kind of body in front: what is left names a place or a trade. */
const withoutBody = (key: string): string => key.replace(/^(ldld|cd nganh|cd|nganh)\s/, '')
const withoutRank = (key: string): string => key.replace(/^(tinh|tp|tx|h|q)\s(?!\d)/, '')
const rankOf = (key: string): string => /^(tinh|tp|tx|h|q)\s/.exec(withoutBody(key))?.[1] ?? ''

/** Does the text read like the name of a union body of the tree, known or not? */
export const looksLikeBody = (text: string): boolean =>
  /^(tld|ldld|co quan|vp|tinh|tp|tx|h|q|cd (?!cs\b|co so\b)|nganh)\b/.test(unitKey(text))

/** As a name it can be nobody's; "Quan Văn Tỉnh" is somebody's. */
export const isBodyName = (text: string): boolean =>
  /^(tld|ldld|cd|cdcs|co quan ldld|vp ldld)\b/.test(unitKey(text))

/** Places of work below the tree: they name no unit of it, and none is missed. */
export const looksLikeWorkplace = (text: string): boolean =>
  /^(cdcs|cd cs|cd co so|cong ty|cty|ctcp|doanh nghiep|nha may|xi nghiep|htx|hop tac xa|truong|thpt|thcs|th|mam non|benh vien|trung tam|tram|phong|khoa|ban|ubnd|xa|phuong|thi tran|tt)\b/.test(
    unitKey(text),
  )

export type UnitMatch = { readonly unit: Unit } | { readonly candidates: readonly string[] }

/** `within`: where the text stands (its section, its sheet); of several units that fit, the one below it is meant. */
export type UnitMatcher = (text: string, within?: Unit | null) => UnitMatch

const pairsOf = (key: string): readonly string[] => [...key.slice(1)].map((char, i) => key.charAt(i) + char)

/** How much two keys have in common, 0 to 1: Dice's coefficient on pairs of letters. */
const likeness = (left: readonly string[], right: ReadonlySet<string>): number =>
  (2 * left.filter(pair => right.has(pair)).length) / Math.max(1, left.length + right.size)

const add = (map: Map<string, Unit[]>, key: string, unit: Unit): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [unit])
  else if (!list.includes(unit)) list.push(unit)
}

/** The one unit that is meant, if it is clear which: below the place the text stands in, or spelt the same with all marks. */
const single = (found: readonly Unit[], text: string, within: Unit | null): Unit | null => {
  const [first] = found
  if (first === undefined || found.length === 1) return first ?? null
  const below = within === null ? [] : found.filter(unit => unit.path.includes(within.code))
  const same = (below.length === 0 ? found : below).filter(
    (unit, _, list) => list.length === 1 || clean(unit.name).toLowerCase() === clean(text).toLowerCase(),
  )
  return same.length === 1 ? (same[0] ?? null) : null
}

/**
 * Finds units by what offices write. A name fits whole, or without the kind of body, or without its rank ("Văn Lâm");
 * each with the name of the unit above behind it or not. What fits no unit or several is not guessed: the nearest names come back.
 */
export const unitMatcher = (units: readonly Unit[], all: readonly Unit[] = units): UnitMatcher => {
  const names = new Map(all.map(unit => [unit.code, unit.name]))
  const whole = new Map<string, Unit[]>()
  const bodiless = new Map<string, Unit[]>()
  const bare = new Map<string, Unit[]>()
  for (const unit of units) {
    const above = withoutBody(unitKey(names.get(unit.parent ?? '') ?? ''))
    for (const name of [unit.name, ...unit.aliases]) {
      const key = unitKey(name)
      const tails = above === '' ? [''] : ['', ` ${above}`, ` ${withoutRank(above)}`, ` ${rankOf(above)}`]
      for (const tail of tails) {
        add(whole, `${key}${tail}`.trim(), unit)
        add(bodiless, withoutBody(`${key}${tail}`.trim()), unit)
        add(bare, `${withoutRank(withoutBody(key))}${tail}`.trim(), unit)
      }
    }
  }

  const pairs = new Map(units.map(unit => [unit, new Set(pairsOf(withoutBody(unitKey(unit.name))))]))
  const nearest = (rest: string, among: readonly Unit[]): readonly string[] => {
    const own = pairsOf(rest)
    const near = among
      .map(unit => ({ name: unit.name, like: likeness(own, pairs.get(unit) ?? new Set()) }))
      .sort((a, b) => b.like - a.like)
    return [...new Set(near.map(({ name }) => name))].slice(0, 3)
  }

  return (text, within = null) => {
    const key = unitKey(text.replace(/^\s*(đơn vị|tên đơn vị)\s*:/i, ''))
    const rest = withoutBody(key)
    const found =
      whole.get(key) ??
      bodiless.get(rest) ??
      // A rank that was written must be right: it was compared above.
      (rankOf(key) === '' ? bare.get(rest) : undefined) ??
      []
    const unit = single(found, text, within)
    if (unit !== null) return { unit }
    return { candidates: nearest(rest, found.length > 0 ? found : units) }
  }
}
