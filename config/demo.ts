import type { Settings } from './index.ts'

/** Only this machine can reach what listens there. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

/** Demo accounts exist only where no production setting is on. */
export const wantsDemo = ({ NODE_ENV, DEMO }: Pick<Settings, 'NODE_ENV' | 'DEMO'>): boolean =>
  DEMO !== 'off' && NODE_ENV !== 'production'
