import type { Ports } from '../../../../ports/index.ts'
import type { Route } from '../../../route.ts'
import { bulkPages } from './bulk.tsx'
import { exemptPages, extendPages } from './change.tsx'
import { choosePages } from './choose.tsx'
import { exportPages } from './export.tsx'
import { remindPages } from './remind.tsx'

/** What is done to those chosen from the list: a page that says what will happen, then the deed. */
export const selectionPages = (ports: Ports): readonly Route[] => [
  ...choosePages(ports),
  ...remindPages(ports),
  ...extendPages(ports),
  ...exemptPages(ports),
  ...exportPages(ports),
  ...bulkPages(ports),
]
