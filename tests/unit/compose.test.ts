import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parse } from 'yaml'
import { readSettings } from '../../config/index.ts'
import { SETTINGS } from '../../config/schema.ts'
import { objectionsTo } from '../../src/boot/check.ts'

interface Service {
  readonly image: string
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string | number>>
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
  readonly profiles?: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly init?: boolean
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

const compose: { services: Record<string, Service>; volumes: Record<string, null> } = parse(
  read('docker-compose.yml'),
  { merge: true },
)

/** Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?reason}` as Docker Compose does. */
const interpolate = (text: string, given: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind = '-', rest = '') => {
    const value = given[name]
    if (value) return value
    if (kind === '?') throw new Error(`${name}: ${rest}`)
    return rest
  })

const GIVEN = {
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://thu-hoach.example',
  SMTP_URL: 'smtps://mail.example',
}

const environmentOf = (service: string, given: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [
      name,
      interpolate(String(value), given),
    ]),
  )

describe('docker-compose.yml', () => {
  for (const service of ['api', 'worker']) {
    it(`gives the ${service} settings that exist and that production accepts`, () => {
      const environment = environmentOf(service, GIVEN)
      expect(Object.keys(SETTINGS)).to.include.members(Object.keys(environment))
      const settings = readSettings(environment)
      expect(settings.NODE_ENV).to.equal('production')
      expect(objectionsTo(settings, 0)).to.deep.equal([])
    })

    for (const name of Object.keys(GIVEN))
      it(`does not start the ${service} without ${name}`, () => {
        expect(() => environmentOf(service, { ...GIVEN, [name]: '' })).to.throw(name)
      })

    it(`starts the ${service} under an init, and once MongoDB and Redis are well`, () => {
      const { init, depends_on: waits } = compose.services[service]!
      expect(init).to.equal(true)
      for (const server of ['mongo', 'redis']) {
        expect(waits?.[server]?.condition).to.equal('service_healthy')
        expect(compose.services[server]?.healthcheck?.test[0]).to.equal('CMD')
      }
    })
  }

  it('runs programs that exist', () => {
    const scripts = [
      ...compose.services['worker']!.command!,
      ...read('Dockerfile').matchAll(/[\w/]+\.ts\b/g),
    ].map(String)
    const named = scripts.filter(word => word.endsWith('.ts'))
    expect(named).to.include.members(['workers/main.ts', 'src/server.ts'])
    for (const script of named) expect(read(script)).to.include('runProcess')
  })

  it('has MongoDB form the set that the address names, and Redis keep everything', () => {
    const { mongo, redis, api } = compose.services
    const address = new URL(String(api?.environment?.['MONGODB_URI']))
    expect(mongo?.command).to.include(address.searchParams.get('replicaSet'))
    expect(mongo?.healthcheck?.test.join()).to.include(`_id: '${address.searchParams.get('replicaSet')}'`)
    expect(redis?.command?.join(' '))
      .to.include('--appendonly yes')
      .and.include('--maxmemory-policy noeviction')
  })

  it('keeps data in volumes that are declared, and opens nothing but on loopback', () => {
    const volumes = Object.values(compose.services).flatMap(service => service.volumes ?? [])
    expect(volumes.map(volume => volume.split(':')[0])).to.have.members(Object.keys(compose.volumes))
    for (const port of Object.values(compose.services).flatMap(service => service.ports ?? []))
      expect(port).to.match(/^127\.0\.0\.1:/)
    expect(compose.services['mail']?.profiles).to.deep.equal(['development'])
  })

  it('builds an image that does not run as root', () => {
    expect(read('Dockerfile')).to.match(/^USER node$/m)
  })
})
