import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { readSettings } from '../../config/index.ts'
import { settingsTable } from '../../config/table.ts'

describe('settings', () => {
  it('take their defaults where nothing is set, also for an empty variable', () => {
    expect(readSettings({ PORT: '' })).to.deep.include({ PORT: 3000, DEMO: 'full', DATA_DIR: '.data' })
  })

  it('name everything that is wrong at once', () => {
    expect(() => readSettings({ PORT: 'x', DEMO: 'some', REDIS_URL: 'http://x' })).to.throw(
      /PORT[\s\S]*REDIS_URL[\s\S]*DEMO/,
    )
  })

  it('stand in the README as the schema has them', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(readme).to.include(settingsTable())
  })
})
