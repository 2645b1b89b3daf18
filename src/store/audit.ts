import type { AuditLog } from '../ports/audit.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'

export const auditLog = ({ audit }: Models): AuditLog => ({
  async write(entry, tx) {
    await audit.create([entry], inTx(tx))
  },
})
