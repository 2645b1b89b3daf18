import { expect } from 'chai'
import { type Graph, readGraph } from './support/imports.ts'

/** Parts of a folder that have arrows of their own. */
const PARTS = ['http/api', 'http/web', 'mail/messages', 'mail/letter', 'jobs/definitions']

/** The folder a module is in, or the module itself where it lies directly in `src`. */
const placeOf = (file: string): string => {
  const path = file.replace(/^src\//, '').replace(/\.tsx?$/, '')
  return PARTS.find(part => `${path}/`.startsWith(`${part}/`)) ?? path.split('/')[0] ?? path
}

const PLUMBING = ['crypto', 'files', 'formats', 'jobs', 'jobs/definitions', 'mail', 'store', 'text']
const USES = ['commands', 'queries', 'domain', 'ports', 'reports', 'wire']

/** Who may import whom: the table of CONTRIBUTING.md. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  reports: ['domain'],
  'jobs/definitions': [],
  ports: ['domain', 'reports', 'jobs/definitions'],
  wire: ['domain'],
  'mail/letter': ['domain', 'ports'],
  'mail/messages': ['domain', 'mail/letter'],
  commands: ['domain', 'ports', 'reports', 'crypto', 'jobs/definitions', 'mail/messages', 'queries'],
  queries: ['domain', 'ports', 'reports', 'crypto', 'mail/messages'],
  crypto: ['domain', 'ports'],
  store: ['domain', 'ports', 'reports'],
  files: ['domain', 'ports', 'reports'],
  archive: [],
  aside: [],
  formats: ['domain', 'ports', 'reports', 'archive', 'aside'],
  text: ['domain', 'ports', 'archive', 'aside'],
  mail: ['domain', 'ports', 'mail/letter', 'crypto'],
  jobs: ['domain', 'ports', 'jobs/definitions'],
  http: [...USES, 'http/api', 'http/web', 'crypto', 'files'],
  'http/api': [...USES, 'http', 'files'],
  'http/web': [...USES, 'http'],
  load: ['domain', 'ports', 'wire', 'formats'],
  config: ['wire'],
  container: [...PLUMBING, 'config', 'domain', 'ports', 'http'],
  boot: ['config', 'container'],
  server: ['boot', 'http', 'container'],
  workers: [
    'commands',
    'queries',
    'jobs',
    'jobs/definitions',
    'ports',
    'domain',
    'boot',
    'container',
    'config',
  ],
  embedded: ['boot', 'commands', 'queries', 'config', 'container', 'domain', 'ports', 'wire', 'load', 'demo'],
  demo: ['embedded', 'domain', 'ports', 'commands', 'queries', 'config', 'wire'],
  cli: ['boot', 'commands', 'queries', 'config', 'container', 'domain', 'embedded', 'load', 'ports', 'wire'],
}

/** Libraries that one place alone may know. */
const OWNED: Readonly<Record<string, RegExp>> = {
  'express|express-rate-limit|csrf-sync|helmet|multer|pino-http|zod-openapi': /^http/,
  'preact|preact-render-to-string': /^http\/web$/,
  'mongoose|connect-mongo': /^store$/,
  '@cantoo/pdf-lib|exceljs|csv-parse|fontkit|yazl|pdfkit': /^formats$/,
  saxes: /^archive$/,
  'unpdf|word-extractor': /^text$/,
  nodemailer: /^mail$/,
  mailparser: /^(mail|demo)$/,
  bullmq: /^(jobs|workers)$/,
}

/** Nothing here touches the world; `ports` may name Node's types. */
const PURE = new Set(['domain', 'reports', 'mail/messages', 'ports'])

const arrowsOf = (graph: Graph) =>
  [...graph].flatMap(([from, imports]) => imports.map(found => ({ from, place: placeOf(from), ...found })))

const say = ({ from, to }: { from: string; to: string }): string => `${from} → ${to}`

/** A path that comes back to its beginning, through every module on the way; null when there is none. */
const cycleIn = (graph: Graph, isEdge: (isType: boolean, from: string) => boolean): string | null => {
  const done = new Set<string>()
  const visit = (module: string, trail: readonly string[]): string | null => {
    if (trail.includes(module)) return [...trail.slice(trail.indexOf(module)), module].join(' → ')
    if (done.has(module)) return null
    for (const { to, isLocal, isType } of graph.get(module) ?? []) {
      const cycle = isLocal && isEdge(isType, module) ? visit(to, [...trail, module]) : null
      if (cycle !== null) return cycle
    }
    done.add(module)
    return null
  }
  for (const module of graph.keys()) {
    const cycle = visit(module, [])
    if (cycle !== null) return cycle
  }
  return null
}

describe('architecture', () => {
  let graph: Graph
  // Every file is read: that takes its time where others work too.
  before(async function () {
    this.timeout(20_000)
    graph = await readGraph(['src', 'workers', 'config'])
  })

  it('is read whole: every import of ours leads to a module that was read', () => {
    expect(graph.size).to.be.greaterThan(150)
    const lost = arrowsOf(graph).filter(({ to, isLocal }) => isLocal && !graph.has(to))
    expect(lost.filter(({ to }) => !/\.(d\.ts|json)$/.test(to)).map(say)).to.deep.equal([])
    const imports = arrowsOf(graph).filter(({ isLocal }) => isLocal).length
    expect(imports).to.be.greaterThan(graph.size)
  })

  it('has no arrow but those of CONTRIBUTING.md', () => {
    const wrong = arrowsOf(graph).filter(({ place, to, isLocal }) => {
      const target = placeOf(to)
      return isLocal && target !== place && !(ARROWS[place] ?? []).includes(target)
    })
    expect(wrong.map(say)).to.deep.equal([])
  })

  it('keeps the world out of what is pure', () => {
    const wrong = arrowsOf(graph).filter(
      ({ place, isLocal, isType }) => PURE.has(place) && !isLocal && !(place === 'ports' && isType),
    )
    expect(wrong.map(say)).to.deep.equal([])
  })

  it('keeps each of these libraries to its one place', () => {
    const wrong = arrowsOf(graph).filter(({ place, to, isLocal }) =>
      Object.entries(OWNED).some(
        ([names, owner]) => !isLocal && names.split('|').includes(to) && !owner.test(place),
      ),
    )
    expect(wrong.map(say)).to.deep.equal([])
  })

  it('has no cycle, also not of types outside the domain, whose words explain each other', () => {
    expect(cycleIn(graph, (isType, from) => !(isType && placeOf(from) === 'domain'))).to.equal(null)
  })
})
