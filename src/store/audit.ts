import type { AuditEntry, AuditLog } from '../ports/audit.ts'
import { direct, inTx } from './connect.ts'
import type { Models } from './models/index.ts'

export const auditLog = ({ audit }: Models): AuditLog => ({
  async write(entry, tx) {
    await direct<AuditEntry>(audit).insertOne({ ...entry }, inTx(tx))
  },
})
