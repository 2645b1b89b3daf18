import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Campaign } from '../domain/campaign.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { newCampaign } from '../wire/campaign.ts'

/** A campaign from its YAML file; or everything that is wrong with it, each named by file and line. */
export const readCampaign = async (file: string): Promise<Result<Campaign>> => {
  const lines = new LineCounter()
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines })
  const at = (offset: number) => `${basename(file)}:${lines.linePos(offset).line}`
  /** Where the value lies; where it is missing, where the thing that should hold it does. */
  const lineOf = (path: readonly PropertyKey[]): string => {
    const node = document.getIn(path, true)
    if (isNode(node)) return at(node.range?.[0] ?? 0)
    return path.length === 0 ? at(0) : lineOf(path.slice(0, -1))
  }
  const refuseAll = ([first, ...more]: readonly Problem[]) =>
    refuse(first ?? problem('input-not-valid', {}, basename(file)), ...more)

  if (document.errors.length > 0)
    return refuseAll(
      document.errors.map(error =>
        problem('input-not-valid', { reason: `YAML: ${error.code}` }, at(error.pos[0])),
      ),
    )
  const parsed = newCampaign.safeParse(document.toJS())
  if (parsed.success) return ok(parsed.data)
  return refuseAll(
    parsed.error.issues.map(issue =>
      problem('input-not-valid', { reason: `${issue.path.join('.')}: ${issue.message}` }, lineOf(issue.path)),
    ),
  )
}
