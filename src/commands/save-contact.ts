import type { Cadre } from '../domain/cadre.ts'
import type { Contact } from '../domain/contact.ts'
import type { Actor } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

export type ContactPorts = Pick<Ports, 'cadres' | 'contact' | 'roster' | 'enrolments' | 'audit'>

/** Where a person can be reached from now on: in the roster's record, and wherever he still has something to do. */
export const saveContact =
  ({ contact, roster, enrolments, audit }: ContactPorts) =>
  async (
    actor: Pick<Actor, 'id' | 'name'>,
    cadre: Cadre,
    changed: Partial<Contact>,
    now: Date,
    tx: Tx,
  ): Promise<void> => {
    await roster.saveCadres([{ ...cadre, ...changed }], tx)
    const open = await contact.openEnrolments(cadre.id, now, tx)
    for (const enrolment of open)
      await enrolments.save({ ...enrolment, person: { ...enrolment.person, ...changed } }, tx)
    await audit.write(
      {
        actor,
        action: 'contact.changed-by-himself',
        target: `cadre:${cadre.id}`,
        path: open[0]?.path ?? [],
        at: now,
        details: { from: { email: cadre.email, phone: cadre.phone }, to: changed },
      },
      tx,
    )
  }
