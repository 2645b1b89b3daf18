import { readContact } from '../domain/contact.ts'
import { type Actor, ownCadre } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { type ContactPorts, saveContact } from './save-contact.ts'

/** His own phone number; empty: none. Nothing is to be confirmed: nobody gets in by a phone number. */
export const changePhone =
  (ports: ContactPorts & Pick<Ports, 'transact'>) =>
  async (
    actor: Actor,
    typed: { readonly phone: string },
    now: Date,
  ): Promise<Result<{ readonly phone: string | null }>> => {
    const read = readContact({ email: '', phone: typed.phone })
    if (!read.ok) return read
    const { phone } = read.value
    const id = ownCadre(actor, 'change-contact')
    return ports.transact(async tx => {
      const cadre = id === null ? null : await ports.cadres.find(id, tx)
      if (cadre === null) return refuse(problem('not-found'))
      if (cadre.phone !== phone)
        await saveContact(ports)(
          actor,
          { cadre, changed: { phone }, action: 'contact.changed-by-himself' },
          now,
          tx,
        )
      return ok({ phone })
    })
  }
