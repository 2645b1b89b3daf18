import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { previewMails } from '../../src/cli/preview-mails.ts'
import { enrol } from '../support/builders.ts'
import { mailsTo } from '../support/inbox.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = '/quan-tri/dot/nghi-quyet-12-cdvn/thu'

describe('a campaign’s own words in its mails', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  const patch = (texts: object) => world.as('admin').patch(CAMPAIGN_PATH).send({ reminders: { texts } })
  const texts = async () => (await world.as('admin').get(CAMPAIGN_PATH).expect(200)).body.reminders.texts

  it('are kept in NFC, copied into the next campaign, and stand in the mails that go out', async () => {
    const opening = 'Kính gửi đồng chí {name}.\r\n \r\n\r\nHạn  của đồng chí: {dueAt}.'.normalize('NFD')
    const given = { subject: 'Còn thiếu\r\nBcc: x@test.example {topics}', opening, closing: ' ' }
    await patch({ 'before-due': { vi: given } }).expect(200)
    const kept = {
      'before-due': {
        vi: {
          subject: 'Còn thiếu Bcc: x@test.example {topics}',
          opening: 'Kính gửi đồng chí {name}.\n\nHạn của đồng chí: {dueAt}.',
        },
      },
    }
    expect(await texts()).to.deep.equal(kept)
    const next = await world.as('admin').get(`${CAMPAIGN_PATH}/successor`).expect(200)
    expect(next.body.reminders.texts).to.deep.equal(kept)

    await enrol(world, { name: 'Nguyễn Thị Thắm <b>', email: 'tham@test.example' })
    world.clock.set('2018-12-11T01:00:00Z')
    await world.work()
    const [mail] = await mailsTo(world, 'tham@test.example')
    expect(mail?.subject).to.equal('Còn thiếu Bcc: x@test.example chuyên đề 1, 2, 3, 4 và 5')
    expect(mail?.headers.has('bcc')).to.equal(false)
    expect(mail?.text).to.include('Hạn của đồng chí: 17:00 ngày 14/12/2018.')
    expect(mail?.text).to.include('- Chuyên đề 1').and.include('xin bỏ qua thư này')
    expect(mail?.html).to.include('Kính gửi đồng chí Nguyễn Thị Thắm &lt;b&gt;.')
  })

  it('are refused, each at its place, where they name what there is not', async () => {
    const before = await texts()
    const answer = await patch({
      invitation: { vi: { subject: 'Mời {ten}' }, en: { closing: 'Bye {' } },
    }).expect(422)
    expect(
      answer.body.problems.map(({ code, at }: { code: string; at: string }) => [code, at]),
    ).to.deep.equal([
      ['mail-field-not-known', 'body/reminders/texts/invitation/vi/subject'],
      ['mail-field-malformed', 'body/reminders/texts/invitation/en/closing'],
    ])
    expect(answer.body.detail).to.include('{ten}').and.include('{dueAt}')
    for (const wrong of [
      { digest: { vi: {} } },
      { invitation: { fr: {} } },
      { invitation: { vi: { html: 'x' } } },
    ])
      await patch(wrong).expect(400)
    await patch({ invitation: { vi: { subject: 'x'.repeat(201) } } }).expect(400)
    expect(await texts()).to.deep.equal(before)
  })

  it('are edited by admins alone, one kind and language at a time, without a script too', async () => {
    for (const who of ['staff.hung-yen', 'trainer', 'cadre'] as const)
      await world.as(who).get(PAGE).expect(403)
    const post = (fields: object) => world.as('admin').post(PAGE).type('form').send(fields)
    const fields = {
      kind: 'last-call',
      mailLanguage: 'vi',
      subject: 'Lần cuối, {name}',
      opening: '',
      closing: '',
    }
    const looked = await post({ ...fields, step: 'look' }).expect(200)
    expect(looked.text).to.include('Lần cuối, Nguyễn Thị Thắm')
    expect((await texts())['last-call'], 'only looked at').to.equal(undefined)

    const wrong = await post({ ...fields, subject: '{ten} <script>' }).expect(422)
    expect(wrong.text).to.include('có chỗ điền {ten} không có').and.not.include('<script>"')
    const before = await texts()
    await post(fields).expect(303)
    expect(await texts()).to.deep.equal({ ...before, 'last-call': { vi: { subject: 'Lần cuối, {name}' } } })
    const page = await world.as('admin').get(`${PAGE}?kind=last-call&mailLanguage=vi`).expect(200)
    expect(page.text).to.include('value="Lần cuối, {name}"')
    expect(page.text, 'the usual words beside it').to.include(
      '“Sắp đóng đợt nộp bài thu hoạch: còn thiếu {topics}”',
    )
    await post({ ...fields, subject: '' }).expect(303)
    expect(await texts(), 'the usual words again').to.deep.equal(before)
    await world.as('admin').get('/quan-tri/dot/khong-co/thu').expect(404)
  })

  it('are tried from a campaign’s file before it is loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-texts-'))
    try {
      const file = join(folder, 'dot-thu.yaml')
      const preview = async (opening: string) => {
        const lines = [
          'code: dot-thu',
          'name: Đợt thử',
          'topics: [{ code: CD1, title: Một }]',
          'opensAt: 2018-12-06T08:00:00+07:00',
          'dueAt: 2018-12-14T17:00:00+07:00',
          'closesAt: 2018-12-31T17:00:00+07:00',
          'reminders:',
          `  texts: { invitation: { vi: { opening: '${opening}' } } }`,
        ]
        await writeFile(file, lines.join('\n'))
        const asked = {
          file,
          kind: 'invitation',
          campaign: undefined,
          language: undefined,
          folder: undefined,
        }
        return previewMails(world.container.ports, asked)
      }
      const told = await preview('Mời đồng chí viết {topics}.')
      expect(told.ok && told.value.lines.join('\n')).to.include('Mời đồng chí viết chuyên đề 1.')
      const wrong = await preview('{chuyende}')
      expect(wrong.ok ? [] : wrong.problems.map(({ code }) => code)).to.deep.equal(['mail-field-not-known'])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
