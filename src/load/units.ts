import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Problem, problem } from '../domain/problems.ts'
import { type Result, refuse } from '../domain/result.ts'
import { textOf } from '../domain/roster/cells.ts'
import type { Unit } from '../domain/unit.ts'
import { buildTree, type UnitLine } from '../domain/unit-tree.ts'
import { readCsv } from '../formats/csv-reader.ts'
import { unitLine } from '../wire/unit.ts'

const COLUMNS = Object.keys(unitLine.shape)

/** The lines of one file, those that are wrong set aside as problems. */
const readFileOf = async (folder: string, file: string, wrong: Problem[]): Promise<UnitLine[]> => {
  const table = await readCsv(await readFile(join(folder, file)), file)
  if (!table.ok) {
    wrong.push(...table.problems.map(p => ({ ...p, at: file })))
    return []
  }
  const [head, ...rows] = table.value.rows
  if (head?.cells.map(textOf).join() !== COLUMNS.join()) {
    wrong.push(problem('input-not-valid', { reason: `dòng đầu phải là ${COLUMNS.join(',')}` }, `${file}:1`))
    return []
  }
  return rows.flatMap(({ number, cells }) => {
    const at = `${file}:${number}`
    const parsed = unitLine.safeParse(
      Object.fromEntries(COLUMNS.map((name, i) => [name, textOf(cells[i] ?? null)])),
    )
    if (parsed.success) return [{ ...parsed.data, at }]
    wrong.push(
      ...parsed.error.issues.map(issue =>
        problem('input-not-valid', { reason: `${issue.path.join('.')}: ${issue.message}` }, at),
      ),
    )
    return []
  })
}

/** The whole tree from all `*.csv` of a folder; or every wrong line, each named by file and number. */
export const readUnits = async (folder: string): Promise<Result<readonly Unit[]>> => {
  const files = (await readdir(folder)).filter(name => name.endsWith('.csv')).sort()
  const wrong: Problem[] = []
  const lines: UnitLine[] = []
  for (const file of files) lines.push(...(await readFileOf(folder, file, wrong)))
  if (files.length === 0)
    return refuse(problem('input-not-valid', { reason: 'không có tệp đơn vị nào' }, folder))
  const tree = buildTree(lines)
  // A parent may be missing only because its own line is wrong: then that is told first.
  const [first, ...more] = [...wrong, ...(tree.ok ? [] : tree.problems)]
  return first === undefined ? tree : refuse(first, ...more)
}
