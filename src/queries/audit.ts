import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { fold } from '../domain/vietnamese.ts'
import type { AuditFilter, AuditPlace, StoredAuditEntry } from '../ports/audit.ts'
import type { Ports } from '../ports/index.ts'

/** As somebody asks: `who` is an account's id, or words of its name or login. */
export interface AuditAsked {
  readonly who?: string | undefined
  readonly action?: string | undefined
  readonly target?: string | undefined
  /** The unit and all below it. */
  readonly unit?: UnitCode | undefined
  readonly since?: Date | undefined
  /** Not included. */
  readonly until?: Date | undefined
}

export interface AuditPage {
  readonly entries: readonly StoredAuditEntry[]
  /** null: this was the last page. */
  readonly next: AuditPlace | null
}

/** More accounts of one name than anybody means. */
const MOST_NAMED = 50
const EXPORT_BATCH = 1000

type Needed = Pick<Ports, 'audit' | 'accounts'>

const actorsMeant = async ({ accounts }: Needed, who: string): Promise<readonly string[]> => {
  const words = fold(who)
    .split(' ')
    .filter(word => word !== '')
  if (words.length === 0) return [who]
  const named = await accounts.page({ words, role: null, disabled: null }, null, MOST_NAMED)
  // The worker has no account, and somebody's may be gone.
  return [...new Set([who, ...named.map(({ id }) => id)])]
}

const filterOf = async (ports: Needed, asked: AuditAsked): Promise<AuditFilter> => {
  const { who, action, target, unit, since, until } = asked
  return {
    ...(who === undefined ? {} : { actors: await actorsMeant(ports, who) }),
    ...(action === undefined ? {} : { actions: [action] }),
    ...(target === undefined ? {} : { targets: [target] }),
    ...(unit === undefined ? {} : { unit }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  }
}

/** What was done, newest first, a page at a time. */
export const listAudit =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: AuditAsked,
    beyond: AuditPlace | null,
    limit: number,
  ): Promise<Result<AuditPage>> => {
    const scope = scopeOf(actor, 'see-audit')
    if (scope.kind !== 'everything') return refuse(problem('forbidden'))
    const found = await ports.audit.page(scope, await filterOf(ports, asked), beyond, limit + 1)
    const entries = found.slice(0, limit)
    return ok({ entries, next: found.length > limit ? (entries.at(-1) ?? null) : null })
  }

/** All of it, batch by batch: never the whole log in memory. */
export const exportAudit =
  (ports: Needed) =>
  async (actor: Actor, asked: AuditAsked): Promise<Result<AsyncGenerator<readonly StoredAuditEntry[]>>> => {
    const scope = scopeOf(actor, 'see-audit')
    if (scope.kind !== 'everything') return refuse(problem('forbidden'))
    const filter = await filterOf(ports, asked)
    const batches = async function* (): AsyncGenerator<readonly StoredAuditEntry[]> {
      for (let beyond: AuditPlace | null = null; ; ) {
        const batch: readonly StoredAuditEntry[] = await ports.audit.page(scope, filter, beyond, EXPORT_BATCH)
        yield batch
        if (batch.length < EXPORT_BATCH) return
        beyond = batch.at(-1) ?? null
      }
    }
    return ok(batches())
  }
