import type { Ports } from '../../ports/index.ts'
import type { Route } from '../route.ts'
import { campaignRoutes } from './campaigns.ts'
import { sessionRoutes } from './session.ts'
import { signInLinkRoutes } from './sign-in-links.ts'
import { tokenRoutes } from './tokens.ts'

/** Every route under /api/v1: the source of the router, of the OpenAPI document and of the authorisation tests. */
export const apiRoutes = (ports: Ports): readonly Route[] => [
  ...sessionRoutes(ports),
  ...signInLinkRoutes(ports),
  ...tokenRoutes(ports),
  ...campaignRoutes(ports),
]
