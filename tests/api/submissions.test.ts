import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const ESSAYS = 'fixtures/essays'

describe('handing in', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  for (const name of readdirSync(ESSAYS).filter(file => !file.endsWith('.md')))
    it(`takes “${name}” and gives it back byte for byte, under its name`, async () => {
      const { id } = await enrol(world)
      const path = `/api/v1/campaigns/nghi-quyet-12-cdvn/enrolments/${id}`
      const bytes = readFileSync(join(ESSAYS, name))
      const staff = world.as('staff.hung-yen')
      const handedIn = await staff
        .post(`${path}/submissions`)
        .field('topics', 'CD1,CD3')
        .attach('file', bytes, name)
        .expect(201)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(handedIn.body.receipts).to.have.length(2)
      expect(handedIn.body.receipts[0]).to.deep.include({
        topic: 'CD1',
        version: 1,
        sha256,
        size: bytes.length,
        late: false,
      })
      const file = await staff
        .get(`${path}/essays/CD3/versions/1/file`)
        .responseType('arraybuffer')
        .expect(200)
      expect(Buffer.from(file.body).equals(bytes)).to.equal(true)
      expect(file.headers['content-disposition']).to.include(
        encodeURIComponent(name.normalize('NFC')).slice(0, 8),
      )
    })
})
