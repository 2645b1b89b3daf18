import type { Ports } from '../../../../../ports/index.ts'
import type { Route } from '../../../../route.ts'
import { contact } from './contact.tsx'
import { exempt, include } from './exempt.tsx'
import { extend } from './extend.tsx'
import { move } from './move.tsx'
import { paper } from './paper.tsx'
import { endSlip } from './revoke-slip.tsx'
import { takeBack } from './take-back.tsx'
import { withdraw } from './withdraw.tsx'

/** Every form about somebody. */
export const personFormPages = (ports: Ports): readonly Route[] =>
  [paper(ports.random.id), takeBack, extend, exempt, include, move, contact, withdraw, endSlip].flatMap(
    pages => pages(ports),
  )
