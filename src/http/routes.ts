import type { Ports } from '../ports/index.ts'
import { apiRoutes } from './api/index.ts'
import { docsRoutes } from './docs.ts'
import { healthRoutes } from './health.ts'
import { openApiDocument } from './openapi.ts'
import type { Route } from './route.ts'
import { sessionCookie } from './session.ts'

/** Every route with its whole path: the source of the router, of the OpenAPI document and of the tests over all routes. */
export const allRoutes = (ports: Ports): readonly Route[] => {
  const routes: readonly Route[] = [
    ...apiRoutes(ports).map(route => ({ ...route, path: `/api/v1${route.path}` })),
    ...healthRoutes(ports),
    ...docsRoutes(() => openApiDocument(routes, sessionCookie(ports.publicUrl).name)),
  ]
  return routes
}
