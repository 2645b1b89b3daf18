import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const onPath = async (name: string): Promise<string | null> => {
  try {
    return (await promisify(execFile)('which', [name])).stdout.trim()
  } catch {
    return null
  }
}

/** CHROME_PATH, else a browser on PATH, else the one that comes as a package. */
const executable = async (): Promise<string> => {
  const found =
    process.env['CHROME_PATH'] ??
    (await onPath('chromium')) ??
    (await onPath('chromium-browser')) ??
    (await onPath('google-chrome'))
  if (found !== null && found !== undefined) return found
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await executable(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
