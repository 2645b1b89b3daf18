import { runProcess } from './boot/run.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/listen.ts'

/** The API process. */
runProcess(async ({ settings, ports, http, log }) => {
  const listening = await listen(createApp(ports, http), {
    host: settings.HOST,
    port: settings.PORT,
    requestMs: settings.UPLOAD_MINUTES * 60_000,
  })
  log.info({ host: settings.HOST, port: listening.port }, 'listening')
  return listening
})
