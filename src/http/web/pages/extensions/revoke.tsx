import { revokeExtension } from '../../../../commands/revoke-extension.ts'
import { mapResult } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { getGrantedExtension } from '../../../../queries/extension-desk.ts'
import type { Route } from '../../../route.ts'
import { page } from '../../page.ts'
import { extensionsPath } from '../../paths.ts'
import { RevokeForm } from './forms.tsx'
import { ACCESS, framed, id, params } from './frame.ts'
import { whomOf } from './view.tsx'
import { WORDS } from './words.ts'

/** Taking an extension back, on a page that says what follows. */
export const revokePages = (ports: Ports): readonly Route[] => {
  const withId = params.extend({ id })
  return [
    page({
      method: 'get',
      path: '/dot/:c/gia-han/:id/thu-hoi',
      access: ACCESS,
      params: withId,
      handle: async context =>
        mapResult(
          await getGrantedExtension(ports)(context.actor, context.params.c, context.params.id),
          granted => {
            const { csrf, language, words: shared } = context
            const words = WORDS[language]
            return {
              ...framed(context, words.revokeTitle, undefined),
              content: <RevokeForm {...{ granted, csrf, words, shared }} />,
            }
          },
        ),
    }),
    page({
      method: 'post',
      path: '/dot/:c/gia-han/:id/thu-hoi',
      access: ACCESS,
      params: withId,
      handle: async context => {
        const { actor, params, now, language } = context
        const found = await getGrantedExtension(ports)(actor, params.c, params.id)
        if (!found.ok) return found
        return mapResult(await revokeExtension(ports)(actor, params.c, params.id, now), () => ({
          redirect: extensionsPath(params.c),
          flash: WORDS[language].revoked(whomOf(found.value, WORDS[language])),
        }))
      },
    }),
  ]
}
