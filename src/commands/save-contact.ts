import type { Cadre } from '../domain/cadre.ts'
import { type Contact, withContact } from '../domain/contact.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { Actor } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

export type ContactPorts = Pick<Ports, 'cadres' | 'contact' | 'roster' | 'enrolments' | 'audit'>

interface ContactChange {
  readonly cadre: Cadre
  readonly changed: Partial<Contact>
  readonly action: 'contact.changed' | 'contact.changed-by-himself'
  /** The one it was asked for, which is changed even where nothing can be done any more. */
  readonly enrolment?: Enrolment
}

/** Where a person can be reached from now on: in the roster's record, and wherever he still has something to do. */
export const saveContact =
  ({ contact, roster, enrolments, audit }: ContactPorts) =>
  async (
    actor: Pick<Actor, 'id' | 'name'>,
    { cadre, changed, action, enrolment: asked }: ContactChange,
    now: Date,
    tx: Tx,
  ): Promise<void> => {
    const isByHimself = action === 'contact.changed-by-himself'
    await roster.saveCadres([withContact(cadre, changed, isByHimself)], tx)
    const open = await contact.openEnrolments(cadre.id, now, tx)
    const meant = asked === undefined ? open : [asked, ...open.filter(({ id }) => id !== asked.id)]
    for (const enrolment of meant)
      await enrolments.save({ ...enrolment, person: withContact(enrolment.person, changed, isByHimself) }, tx)
    await audit.write(
      {
        actor,
        action,
        target: `cadre:${cadre.id}`,
        path: meant[0]?.path ?? [],
        at: now,
        details: { from: { email: cadre.email, phone: cadre.phone }, to: changed },
      },
      tx,
    )
  }
