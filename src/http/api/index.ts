import type { Ports } from '../../ports/index.ts'
import type { Route } from '../route.ts'
import { campaignRoutes } from './campaigns.ts'

/** Every route under /api/v1: the source of the router, of the OpenAPI document and of the authorisation tests. */
export const apiRoutes = (ports: Ports): readonly Route[] => [...campaignRoutes(ports)]
