import { SETTINGS, type SettingName } from './schema.ts'

/** The settings as a Markdown table, as it stands in the README. */
export const settingsTable = (): string => {
  const rows = (Object.keys(SETTINGS) as SettingName[]).map(name => {
    const { type, about } = SETTINGS[name]
    const fallback = type.parse(undefined)
    return `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${about} |`
  })
  return ['| setting | default | what it is for |', '|---|---|---|', ...rows].join('\n')
}
