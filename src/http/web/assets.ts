import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type RequestHandler, Router } from 'express'

const require = createRequire(import.meta.url)
const own = (name: string): URL => new URL(`./assets/${name}`, import.meta.url)
const font = (subset: string, weight: number): string =>
  require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`)

/** Everything a page loads, read once at start; nothing comes from elsewhere. */
const FILES = {
  'app.js': [own('app.js'), 'text/javascript; charset=utf-8'],
  'dom.js': [own('dom.js'), 'text/javascript; charset=utf-8'],
  'folders.js': [own('folders.js'), 'text/javascript; charset=utf-8'],
  'gather.js': [own('gather.js'), 'text/javascript; charset=utf-8'],
  'hand-in.js': [own('hand-in.js'), 'text/javascript; charset=utf-8'],
  'read.js': [own('read.js'), 'text/javascript; charset=utf-8'],
  'photos.js': [own('photos.js'), 'text/javascript; charset=utf-8'],
  'people.js': [own('people.js'), 'text/javascript; charset=utf-8'],
  'told.js': [own('told.js'), 'text/javascript; charset=utf-8'],
  'upload.js': [own('upload.js'), 'text/javascript; charset=utf-8'],
  'htmx.js': [require.resolve('htmx.org/dist/htmx.min.js'), 'text/javascript; charset=utf-8'],
  'write.js': [own('write.js'), 'text/javascript; charset=utf-8'],
  'latin-400.woff2': [font('latin', 400), 'font/woff2'],
  'latin-600.woff2': [font('latin', 600), 'font/woff2'],
  'vietnamese-400.woff2': [font('vietnamese', 400), 'font/woff2'],
  'vietnamese-600.woff2': [font('vietnamese', 600), 'font/woff2'],
} as const satisfies Record<string, readonly [string | URL, string]>

export type AssetName = keyof typeof FILES | 'style.css'

interface Asset {
  readonly bytes: Buffer
  readonly type: string
  readonly version: string
  /** Packed once at start, as well as can be; null: packed in itself. */
  readonly packed: { readonly br: Buffer; readonly gzip: Buffer } | null
}

const versionOf = (...parts: readonly Buffer[]): string =>
  parts
    .reduce((hash, bytes) => hash.update(bytes), createHash('sha256'))
    .digest('hex')
    .slice(0, 12)

const pack = (bytes: Buffer): Asset['packed'] => ({
  br: brotliCompressSync(bytes),
  gzip: gzipSync(bytes, { level: 9 }),
})

const assetOf = (bytes: Buffer, type: string, version = versionOf(bytes)): Asset => ({
  bytes,
  type,
  version,
  packed: type.startsWith('text/') ? pack(bytes) : null,
})

const BYTES = new Map<string, readonly [Buffer, string]>(
  Object.entries(FILES).map(([name, [file, type]]) => [name, [readFileSync(file), type]]),
)

/** Modules import each other by relative names, so all have one version. */
const isModule = (name: string): boolean => name.endsWith('.js') && name !== 'htmx.js'
const MODULES_VERSION = versionOf(...[...BYTES].flatMap(([name, [bytes]]) => (isModule(name) ? [bytes] : [])))

const ASSETS = new Map<string, Asset>(
  [...BYTES].map(([name, [bytes, type]]) => [
    name,
    assetOf(bytes, type, isModule(name) ? MODULES_VERSION : versionOf(bytes)),
  ]),
)

const isAssetName = (name: string): name is AssetName => ASSETS.has(name)

/** Everything that these modules import, and what that imports: asked for at once, not one round trip after the other. */
export const importsOf = (names: readonly AssetName[]): readonly AssetName[] => {
  const found = new Set<AssetName>()
  const visit = (name: AssetName): void => {
    const source = ASSETS.get(name)?.bytes.toString('utf8') ?? ''
    for (const [, imported = ''] of source.matchAll(/from '\.\/([\w-]+\.js)'/g)) {
      if (!isAssetName(imported) || found.has(imported)) continue
      found.add(imported)
      visit(imported)
    }
  }
  for (const name of names) visit(name)
  return [...found].filter(name => !names.includes(name))
}

/** The address of an asset; it changes with the bytes, so browsers may keep it for ever. */
export const assetUrl = (name: AssetName): string => `/assets/${ASSETS.get(name)?.version}/${name}`

/** What the Vietnamese file has beyond Latin-1: a browser fetches a file only for letters it shows. */
const RANGES = {
  latin: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2190-2199, U+2212',
  vietnamese:
    'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
}

const fontFaces = (['latin', 'vietnamese'] as const).flatMap(subset =>
  ([400, 600] as const).map(
    weight =>
      `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;` +
      `src:url("${assetUrl(`${subset}-${weight}.woff2`)}") format("woff2");unicode-range:${RANGES[subset]}}`,
  ),
)
ASSETS.set(
  'style.css',
  assetOf(
    Buffer.from([...fontFaces, readFileSync(own('style.css'), 'utf8')].join('\n')),
    'text/css; charset=utf-8',
  ),
)

const serve: RequestHandler<{ version: string; name: string }> = (req, res, next) => {
  const asset = ASSETS.get(req.params.name)
  if (asset === undefined) {
    next()
    return
  }
  const isCurrent = asset.version === req.params.version
  res
    .set('Cache-Control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
    .type(asset.type)
    .vary('Accept-Encoding')
  const encoding = asset.packed && req.acceptsEncodings('br', 'gzip')
  if (asset.packed === null || (encoding !== 'br' && encoding !== 'gzip')) res.send(asset.bytes)
  else res.set('Content-Encoding', encoding).send(asset.packed[encoding])
}

export const assets = (): Router => Router().get('/assets/:version/:name', serve)
