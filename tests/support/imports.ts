import { readdir, readFile } from 'node:fs/promises'
import { join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from '@swc/core'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Import {
  /** A path from the top of the repository, or the name of a package or of one of Node's own modules. */
  readonly to: string
  readonly isLocal: boolean
  /** It is gone at run time. */
  readonly isType: boolean
}

/** A module's path from the top of the repository → what it imports. */
export type Graph = ReadonlyMap<string, readonly Import[]>

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const toImport = (file: string, specifier: string, isType: boolean): Import =>
  specifier.startsWith('.')
    ? { to: normalize(join(file, '..', specifier)), isLocal: true, isType }
    : { to: specifier.startsWith('node:') ? specifier : packageOf(specifier), isLocal: false, isType }

/** Of a node of the syntax tree, what matters here; which of it is there depends on its type. */
interface Syntax {
  readonly type?: string
  readonly typeOnly?: boolean
  readonly source?: { readonly value: string } | null
  readonly callee?: { readonly type: string }
  readonly argument?: { readonly value?: string }
  readonly arguments?: readonly { readonly expression: { readonly value?: string } }[]
}

/** Everything in a syntax tree that names another module: `import`, `export … from`, `import()`, `typeof import()`. */
function* specifiers(node: unknown): Generator<{ specifier: string; isType: boolean }> {
  if (typeof node !== 'object' || node === null) return
  const { type = '', typeOnly = false, source, callee, argument, arguments: given } = node as Syntax
  if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(type) && source)
    yield { specifier: source.value, isType: typeOnly }
  if (type === 'CallExpression' && callee?.type === 'Import')
    yield { specifier: given?.[0]?.expression.value ?? 'a computed name', isType: false }
  if (type === 'TsImportType') yield { specifier: argument?.value ?? '', isType: true }
  for (const child of Object.values(node)) yield* specifiers(child)
}

/**
 * Reads the import graph of the given folders. Ours, not dependency-cruiser's: with TypeScript 7 that one can only
 * parse by swc, and then neither reads .tsx nor tells an import of types from one of values.
 */
export const readGraph = async (folders: readonly string[]): Promise<Graph> => {
  const graph = new Map<string, readonly Import[]>()
  for (const folder of folders) {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      const tree = await parse(await readFile(path, 'utf8'), {
        syntax: 'typescript',
        tsx: path.endsWith('.tsx'),
      })
      const file = relative(ROOT, path)
      graph.set(
        file,
        [...specifiers(tree.body)].map(found => toImport(file, found.specifier, found.isType)),
      )
    }
  }
  return graph
}
