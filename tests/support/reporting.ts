import { readFileSync } from 'node:fs'
import type { CastName } from './cast.ts'
import type { World } from './world.ts'

export const CAMPAIGN_PATH = '/api/v1/campaigns/nghi-quyet-12-cdvn'
export const DOCX = readFileSync('fixtures/essays/cả năm chuyên đề.docx')
export const PDF = readFileSync('fixtures/essays/Bai 1 va 3.PDF')

/** Hands in a file for the topics; the receipts' codes. */
export const handIn = async (
  world: World,
  enrolment: string,
  topics: string,
  bytes: Buffer,
  name: string,
): Promise<string[]> => {
  const answer = await world
    .as('admin')
    .post(`${CAMPAIGN_PATH}/enrolments/${enrolment}/submissions`)
    .field('topics', topics)
    .attach('file', bytes, name)
    .expect(201)
  return answer.body.receipts.map((receipt: { code: string }) => receipt.code)
}

/** Asks for both formats of Hưng Yên's report, unless told otherwise; its id. */
export const askForReport = async (
  world: World,
  body: object = {},
  who: CastName = 'staff.hung-yen',
): Promise<string> => {
  const request = { unit: 'hung-yen', formats: ['xlsx', 'zip'], ...body }
  return (await world.as(who).post(`${CAMPAIGN_PATH}/reports`).send(request).expect(202)).body.id
}

export const seeReport = async (world: World, id: string) =>
  (await world.as('staff.hung-yen').get(`/api/v1/reports/${id}`).expect(200)).body

/** Asks, and lets a worker compile. */
export const compiledReport = async (world: World, body: object = {}): Promise<string> => {
  const id = await askForReport(world, body)
  await world.work()
  const { state } = await seeReport(world, id)
  if (state !== 'done') throw new Error(`the report is ${state}`)
  return id
}

export const downloadReport = async (world: World, id: string, format: string): Promise<Buffer> => {
  const answer = await world
    .as('trainer.hung-yen')
    .get(`/api/v1/reports/${id}/files/${format}`)
    .responseType('arraybuffer')
    .expect(200)
  return Buffer.from(answer.body)
}
