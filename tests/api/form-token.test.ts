import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { pdf, submissions } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

/** What another site can make a browser send, and what our own forms send without JavaScript. */
describe('a form with a file', () => {
  let world: World
  const login = 'cadre@test.example'
  const password = 'mật khẩu rất dài'
  before(async () => {
    world = await openWorld()
    await enrol(world, { cadre: 'cadre-1' })
    const { accounts, passwords } = world.container.ports
    const account = await accounts.byLogin(login)
    await accounts.save({ ...account!, passwordHash: await passwords.hash(password) })
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const signedIn = async () => {
    const client = world.as('nobody')
    const { body } = await client.post('/api/v1/session').send({ login, password }).expect(200)
    return { token: String(body.csrfToken), post: () => client.post(submissions('me')) }
  }
  const stored = async () =>
    Promise.all(
      ['versions', 'essays.files', 'essays.chunks', 'uploads'].map(async name =>
        world.db.collection(name).countDocuments(),
      ),
    )

  it('is taken when the session’s token comes before the file', async () => {
    const { token, post } = await signedIn()
    await post().field('csrfToken', token).field('topics', 'CD1').attach('file', pdf(), 'bài.pdf').expect(201)
  })

  it('leaves nothing behind without the token, with a wrong one, or with one that comes too late', async () => {
    const { token, post } = await signedIn()
    const before = await stored()
    for (const size of [3000, 3_000_000]) {
      const forms = [
        post().field('topics', 'CD2').attach('file', pdf(size), 'bài.pdf'),
        post().field('csrfToken', 'x'.repeat(64)).field('topics', 'CD2').attach('file', pdf(size), 'bài.pdf'),
        post().attach('file', pdf(size), 'bài.pdf').field('topics', 'CD2').field('csrfToken', token),
        post()
          .field('csrfToken', token)
          .field('csrfToken', token)
          .field('topics', 'CD2')
          .attach('file', pdf(size), 'bài.pdf'),
        post().set('x-csrf-token', 'x').field('csrfToken', token).attach('file', pdf(size), 'bài.pdf'),
        post().field('topics', 'CD2'),
      ]
      for (const form of forms) expect((await form.expect(403)).body.code).to.equal('csrf-token-not-valid')
    }
    expect(await stored()).to.deep.equal(before)
  })
})
