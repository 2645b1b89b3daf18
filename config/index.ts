import { SETTINGS, type SettingName, type Settings } from './schema.ts'

export type { Settings } from './schema.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Reads every setting; an empty variable counts as none. Throws one error that names all the wrong ones. */
export const readSettings = (environment: Environment = process.env): Settings => {
  const wrong: string[] = []
  const settings: Partial<Record<SettingName, unknown>> = {}
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const parsed = SETTINGS[name].type.safeParse(environment[name] || undefined)
    if (parsed.success) settings[name] = parsed.data
    else
      wrong.push(
        `${name}: ${parsed.error.issues.map(issue => issue.message).join(', ')} (${SETTINGS[name].about})`,
      )
  }
  if (wrong.length > 0) throw new Error(`Settings that are not valid:\n  ${wrong.join('\n  ')}`)
  return settings as Settings
}

export const publicUrl = (settings: Pick<Settings, 'PUBLIC_URL' | 'PORT'>): string =>
  (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, '')
