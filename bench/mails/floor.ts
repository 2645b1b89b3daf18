import { Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { createTransport } from 'nodemailer'

/** The floor: jobs that hold a whole mail, and a pool that sends it. Nothing is looked up, nothing is noted down. */
const connection = new Redis(process.env['REDIS_URL'] ?? '', { maxRetriesPerRequest: null })
const transport = createTransport(
  { url: process.env['SMTP_URL'] ?? '', pool: true, maxConnections: 5 },
  { from: 'san@bench.example' },
)
const worker = new Worker('floor', async ({ data }) => transport.sendMail(data), {
  connection,
  concurrency: 5,
})
worker.on('error', error => console.error(error))
await worker.waitUntilReady()
process.send?.({ ready: true })
const stop = (): void => process.exit()
process.on('SIGTERM', stop)
process.on('disconnect', stop)
