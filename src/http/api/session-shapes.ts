import { z } from 'zod'
import { type Actor, ROLES, rolesOf, unitsOf } from '../../domain/permission.ts'

/** As typed; a login has one form however it was typed. */
export const typedLogin = z.string().min(1, 'không được để trống').max(200, 'dài quá 200 ký tự')

export const sessionAnswer = z
  .object({
    actor: z.object({
      id: z.string(),
      name: z.string(),
      roles: z.array(z.enum(ROLES)),
      units: z.array(z.string()),
    }),
    csrfToken: z.string().optional().meta({
      description: 'To be sent as `x-csrf-token` with every write by cookie; absent for bearer tokens',
    }),
  })
  .meta({ id: 'Session' })

export const presentSession = (actor: Actor, csrfToken?: string): z.input<typeof sessionAnswer> => ({
  actor: { id: actor.id, name: actor.name, roles: [...rolesOf(actor)], units: [...unitsOf(actor)] },
  ...(csrfToken === undefined ? {} : { csrfToken }),
})
