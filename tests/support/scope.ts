import { z } from 'zod'
import type { Route } from '../../src/http/route.ts'
import { enrol } from './builders.ts'
import type { CastName } from './cast.ts'
import { nameOf } from './contract.ts'
import { fixture, PHOTOS, sendPhotos } from './essays.ts'
import { CAMPAIGN_PATH, compiledReport, DOCX, handIn } from './reporting.ts'
import type { World } from './world.ts'

/** What lies in Hưng Yên, and is nobody else's business. */
export interface Objects {
  readonly enrolment: string
  readonly extension: string
  readonly batch: string
  readonly extensionRequest: string
  readonly exemption: string
  readonly wave: string
  readonly report: string
  /** Of all provinces: of nobody who is given but one. */
  readonly reportBatch: string
  readonly rosterPreview: string
  readonly gathering: string
  /** One of its files. */
  readonly gathered: string
}

export const PERSON = 'Đỗ Thị Không Ai Thấy'

/** Nobody of the cast is this person: what he asked for is put where his asking would have put it. */
const requested = async ({ container: { ports }, clock }: World, enrolment: string): Promise<string> => {
  const id = ports.random.id()
  await ports.extensionRequests.insert({
    id,
    campaign: 'nghi-quyet-12-cdvn',
    enrolment,
    dueAt: new Date('2018-12-20T10:00:00Z'),
    reason: 'ốm',
    requestedAt: clock.now(),
    answer: null,
  })
  return id
}

const previewed = async (world: World): Promise<string> => {
  const answer = await world
    .as('staff.hung-yen')
    .post(`${CAMPAIGN_PATH}/roster-previews`)
    .field('unit', 'hung-yen')
    .attach('file', Buffer.from('Họ và tên\nLê Văn Mới\n'), 'a.csv')
    .expect(201)
  return answer.body.id
}

const collected = async (world: World): Promise<Pick<Objects, 'gathering' | 'gathered'>> => {
  const staff = world.as('staff.hung-yen')
  const { id } = (await staff.post(`${CAMPAIGN_PATH}/gatherings`).send({ unit: 'hung-yen' }).expect(201)).body
  const { body } = await staff
    .post(`/api/v1/gatherings/${id}/files`)
    .attach('file', DOCX, 'CD1.docx')
    .expect(200)
  return { gathering: id, gathered: body.files[0].id }
}

export const makeObjects = async (world: World): Promise<Objects> => {
  const staff = world.as('staff.hung-yen')
  const made = async (path: string, body: object, status = 201): Promise<string> =>
    (await staff.post(`${CAMPAIGN_PATH}/${path}`).send(body).expect(status)).body.id
  const { id: enrolment } = await enrol(world, { name: PERSON, email: 'khong-ai@test.example' })
  const { id: third } = await enrol(world, { name: `${PERSON} Ba` })
  const { id: other } = await enrol(world, { name: `${PERSON} Hai` })
  await handIn(world, enrolment, 'CD1', DOCX, 'bài một.docx')
  await staff
    .post(`${CAMPAIGN_PATH}/enrolments/${enrolment}/papers`)
    .send({ topics: ['CD5'], receivedAt: '2018-12-07T01:30:00Z' })
    .expect(201)
  await sendPhotos(
    world,
    enrolment,
    PHOTOS.map(name => [name, fixture(name)]),
    { topics: 'CD4' },
  ).expect(201)
  const reason = 'ốm'
  return {
    enrolment,
    extension: await made('extensions', { enrolment, dueAt: '2018-12-28T10:00:00Z', reason }),
    batch: await made('exemption-batches', { enrolments: [third], reason }),
    extensionRequest: await requested(world, enrolment),
    exemption: await made('exemptions', { enrolment: other, reason }),
    wave: await made('reminder-waves', { enrolments: [enrolment] }, 202),
    report: await compiledReport(world),
    reportBatch: (await world.as('trainer').post(`${CAMPAIGN_PATH}/report-batches`).send({}).expect(202)).body
      .id,
    rosterPreview: await previewed(world),
    ...(await collected(world)),
  }
}

/** A request for something of Hưng Yên's: what its path, query and body hold. */
export interface Ask {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  readonly fields?: Readonly<Record<string, string>>
  /** Who reaches it where Hưng Yên's own do not. */
  readonly own?: CastName
}

const unit = 'hung-yen'
const dueAt = '2018-12-21T10:00:00Z'
const reason = 'lý do'
const ofUnit = (): Ask[] => [{ query: { unit } }, { query: { unit: 'hung-yen-van-lam' } }]
const topic = 'CD1'

const LETTERHEAD = {
  parentBody: 'Tổng Liên đoàn Lao động Việt Nam',
  issuingBody: 'Liên đoàn Lao động tỉnh Hưng Yên',
  number: 5,
  symbol: 'BC-LĐLĐ',
  place: 'Hưng Yên',
  addressees: [],
  bases: [],
  titles: ['CHỦ TỊCH'],
  signer: null,
  recipients: ['Lưu: VT'],
  rules: 'nghi-dinh-30',
}

/** One row for every route that can be asked for somebody's object. Those that take something away come last. */
export const SCOPE: Readonly<Record<string, (objects: Objects) => readonly Ask[]>> = {
  'GET /campaigns/:c/units': () => [{ query: { parent: unit } }],
  'POST /campaigns/:c/roster-imports': () => [{ query: { dryRun: 'true' }, fields: { unit } }],
  'POST /campaigns/:c/roster-previews': () => [{ fields: { unit } }],
  'GET /roster-previews/:id': ({ rosterPreview }) => [{ path: { id: rosterPreview } }],
  'GET /roster-previews/:id/rows.xlsx': ({ rosterPreview }) => [{ path: { id: rosterPreview } }],
  'POST /roster-previews/:id/confirmation': ({ rosterPreview }) => [{ path: { id: rosterPreview } }],
  'GET /campaigns/:c/progress': ofUnit,
  'GET /campaigns/:c/enrolments': ofUnit,
  'GET /campaigns/:c/enrolment-counts': ofUnit,
  'GET /campaigns/:c/enrolments.xlsx': ofUnit,
  'GET /campaigns/:c/enrolments.csv': ofUnit,
  'GET /campaigns/:c/enrolments/:e': ({ enrolment }) => [{ path: { e: enrolment } }],
  'POST /campaigns/:c/enrolments/:e/submissions': ({ enrolment }) => [
    { path: { e: enrolment }, body: { topics: ['CD2'], text: 'Nhận thức của tôi về nghị quyết.' } },
    { path: { e: enrolment }, fields: { topics: 'CD3' } },
  ],
  'POST /campaigns/:c/enrolments/:e/papers': ({ enrolment }) => [
    { path: { e: enrolment }, body: { topics: ['CD4'], receivedAt: '2018-12-07T01:30:00Z' } },
  ],
  'POST /campaigns/:c/enrolments/:e/moves': ({ enrolment }) => [
    { path: { e: enrolment }, body: { unit: 'hung-yen-van-giang', reason } },
  ],
  'PUT /campaigns/:c/enrolments/:e/contact': ({ enrolment }) => [
    { path: { e: enrolment }, body: { email: 'khac@test.example', phone: null } },
  ],
  'GET /campaigns/:c/enrolments/:e/essays/:topic/versions/:n/file': ({ enrolment }) => [
    { path: { e: enrolment, topic, n: '1' } },
  ],
  'GET /campaigns/:c/enrolments/:e/essays/:topic/versions/:n/text': ({ enrolment }) => [
    { path: { e: enrolment, topic, n: '1' } },
  ],
  'GET /campaigns/:c/enrolments/:e/essays/:topic/versions/:n/photos/:k': ({ enrolment }) => [
    { path: { e: enrolment, topic: 'CD4', n: '1', k: '1' } },
  ],
  'POST /campaigns/:c/enrolments/:e/essays/:topic/reviews': ({ enrolment }) => [
    { path: { e: enrolment, topic }, body: { version: 1, verdict: 'accepted' } },
  ],
  'POST /campaigns/:c/extensions': ({ enrolment }) => [
    { body: { unit, dueAt, reason } },
    { body: { enrolment, dueAt, reason } },
  ],
  'GET /campaigns/:c/extensions': ({ enrolment }) => [...ofUnit(), { query: { enrolment } }],
  'GET /campaigns/:c/extension-requests': ofUnit,
  'POST /campaigns/:c/extension-requests/answers': ({ extensionRequest }) => [
    { body: { requests: [extensionRequest], verdict: 'refused' } },
  ],
  'POST /campaigns/:c/exemptions': ({ enrolment }) => [{ body: { enrolment, reason } }],
  'GET /campaigns/:c/exemptions': ofUnit,
  'POST /campaigns/:c/extension-batches': ({ enrolment }) => [
    { body: { enrolments: [enrolment], dueAt, reason } },
  ],
  'POST /campaigns/:c/exemption-batches': ({ enrolment }) => [{ body: { enrolments: [enrolment], reason } }],
  'GET /campaigns/:c/batches/:id': ({ batch }) => [{ path: { id: batch } }],
  'POST /campaigns/:c/reminder-waves': ({ enrolment }) => [
    { body: { unit, dryRun: true } },
    { body: { enrolments: [enrolment], dryRun: true } },
  ],
  'GET /campaigns/:c/reminder-waves': ofUnit,
  'GET /campaigns/:c/reminder-waves/:id': ({ wave }) => [{ path: { id: wave } }],
  'POST /campaigns/:c/reminder-waves/:id/stop': ({ wave }) => [{ path: { id: wave } }],
  'POST /campaigns/:c/reminder-waves/:id/resume': ({ wave }) => [{ path: { id: wave } }],
  'PUT /campaigns/:c/units/:unit/mail-switches': () => [
    { path: { unit }, body: { off: [] } },
    { path: { unit: 'hung-yen-van-lam' }, body: { off: [] } },
  ],
  'POST /campaigns/:c/test-reminders': () => [{ body: { unit } }],
  'GET /campaigns/:c/sign-in-slips': ofUnit,
  'POST /campaigns/:c/sign-in-slips': ({ enrolment }) => [
    { body: { unit, whom: 'no-slip' } },
    { body: { enrolments: [enrolment] } },
  ],
  'POST /campaigns/:c/reports': () => [{ body: { unit } }],
  'GET /campaigns/:c/reports': ofUnit,
  'GET /reports/:id': ({ report }) => [{ path: { id: report } }],
  'GET /reports/:id/changes': ({ report }) => [{ path: { id: report }, query: { other: report } }],
  'GET /reports/:id/changes.csv': ({ report }) => [{ path: { id: report }, query: { other: report } }],
  'GET /units/:unit/letterhead': () => [{ path: { unit } }, { path: { unit: 'hung-yen-van-lam' } }],
  'PUT /units/:unit/letterhead': () => [{ path: { unit }, body: LETTERHEAD }],
  'GET /reports/:id/files/:format': ({ report }) => [
    { path: { id: report, format: 'xlsx' } },
    { path: { id: report, format: 'zip' } },
  ],
  'POST /campaigns/:c/gatherings': () => [{ body: { unit } }, { body: { unit: 'hung-yen-van-lam' } }],
  'GET /gatherings/:id': ({ gathering }) => [{ path: { id: gathering } }],
  'POST /gatherings/:id/files': ({ gathering }) => [{ path: { id: gathering }, fields: {} }],
  'PATCH /gatherings/:id/files': ({ gathering, gathered, enrolment }) => [
    { path: { id: gathering }, body: { files: [{ file: gathered, enrolment, topics: [topic] }] } },
  ],
  'GET /gatherings/:id/files.xlsx': ({ gathering }) => [{ path: { id: gathering } }],
  'POST /gatherings/:id/confirmation': ({ gathering }) => [
    { path: { id: gathering }, body: { seal: 'of what was not seen' } },
  ],
  'GET /report-batches/:id': ({ reportBatch }) => [{ path: { id: reportBatch }, own: 'trainer' }],
  'GET /report-batches/:id/reports.zip': ({ reportBatch }) => [{ path: { id: reportBatch }, own: 'trainer' }],
  'DELETE /gatherings/:id': ({ gathering }) => [{ path: { id: gathering } }],
  'DELETE /report-batches/:id': ({ reportBatch }) => [{ path: { id: reportBatch }, own: 'trainer' }],
  'DELETE /reports/:id': ({ report }) => [{ path: { id: report } }],
  'DELETE /campaigns/:c/enrolments/:e/sign-in-slip': ({ enrolment }) => [{ path: { e: enrolment } }],
  'DELETE /campaigns/:c/batches/:id': ({ batch }) => [{ path: { id: batch } }],
  'DELETE /campaigns/:c/extensions/:id': ({ extension }) => [{ path: { id: extension } }],
  'DELETE /campaigns/:c/exemptions/:id': ({ exemption }) => [{ path: { id: exemption } }],
  'POST /campaigns/:c/enrolments/:e/essays/:topic/paper-withdrawal': ({ enrolment }) => [
    { path: { e: enrolment, topic: 'CD5' }, body: { reason } },
  ],
  'DELETE /campaigns/:c/enrolments/:e/essays/:topic': ({ enrolment }) => [{ path: { e: enrolment, topic } }],
}

/** The names of all fields that a shape has, at any depth. */
const fieldsOf = (shape: z.ZodType | undefined): readonly string[] => {
  if (shape === undefined) return []
  const text = JSON.stringify(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }))
  return [...text.matchAll(/"(\w+)":\{/g)].map(([, name]) => name ?? '')
}

/**
 * Can it be asked for something that belongs to a unit, a person, an account? The campaign and one's own are no secret, and
 * who is no admin is refused whatever he asks an admin's route for.
 */
export const asksForObjects = ({ access, path, query, body, multipart }: Route): boolean =>
  access !== 'public' &&
  !(Array.isArray(access) && access.every(role => role === 'admin')) &&
  (/:(?!c\b)\w+/.test(path) ||
    [query, body, multipart]
      .flatMap(fieldsOf)
      .some(name => ['unit', 'parent', 'enrolment', 'enrolments', 'requests'].includes(name)))

/** The name in the table: without the prefix that all have. */
export const rowOf = (route: Route): string => nameOf(route).replace('/api/v1', '')
