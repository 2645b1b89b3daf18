import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import request from 'supertest'
import { createApp } from '../../src/http/app.ts'
import { expectSoundPage, expectTextGrows, openBrowser, openContext, shoot } from '../support/browser.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const DEMO = [
  ['cadre', 'cadre@demo.example', 'Vào vai cán bộ', 'Bài thu hoạch của tôi'],
  [
    'staff.hung-yen',
    'staff.hung-yen@demo.example',
    'Vào vai cán bộ LĐLĐ tỉnh Hưng Yên',
    'LĐLĐ tỉnh Hưng Yên',
  ],
  ['trainer', 'trainer@demo.example', 'Vào vai báo cáo viên', 'Các tỉnh và báo cáo'],
  ['admin', 'admin@demo.example', 'Vào vai quản trị', 'Quản trị'],
] as const

describe('the first page of a demonstration, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    ;[world, browser] = await Promise.all([openWorld(), openBrowser()])
    await enrol(world, { cadre: 'cadre-1', email: 'tham@test.example' })
    const { accounts } = world.container.ports
    for (const [id, login] of DEMO) {
      const account = await accounts.byId(id)
      await accounts.save({ ...account!, login, demo: true })
    }
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  it('leads into each story in one click, and shows the mails', async () => {
    const context = await openContext(browser, world.url, { javaScriptEnabled: false })
    const page = await context.newPage()
    for (const [, , button, heading] of DEMO) {
      await page.goto('/')
      await page.getByRole('button', { name: button, exact: true }).click()
      await page.getByRole('heading', { name: heading }).first().waitFor()
      await page.getByRole('button', { name: 'Đăng xuất' }).click()
    }
    await context.close()

    const sound = await openContext(browser, world.url)
    const seen = await sound.newPage()
    for (const language of ['vi', 'en']) {
      await seen.goto(`/dung-thu?lang=${language}`)
      await expectSoundPage(seen)
      await expectTextGrows(seen)
      await shoot(seen, `demo-${language}`)
    }
    await seen.goto('/dung-thu/thu?lang=vi')
    await expectSoundPage(seen)
    await shoot(seen, 'demo-mails')
    expect(sound.complaints).to.deep.equal([])
    await sound.close()
  })

  it('lets nobody in but demo accounts, and no page from elsewhere', async () => {
    const enter = (login: string) => request(world.url).post('/dung-thu/vao').type('form').send({ login })
    await enter('staff.hai-duong@test.example').expect(404)
    await enter('nobody@test.example').expect(404)
    await enter('admin@demo.example').set('Host', 'evil.example').expect(404)
    await enter('admin@demo.example').set('Sec-Fetch-Site', 'cross-site').expect(403)
    await enter('admin@demo.example').expect(303)
  })

  it('is not there in production, nor where others could reach it, nor without a demonstration', async () => {
    for (const environment of [
      { NODE_ENV: 'production' },
      { HOST: '0.0.0.0' },
      { HOST: 'thu-hoach.congdoan.example' },
      { DEMO: 'off' },
    ]) {
      const other = await openWorld(environment)
      expect(other.container.http.demo, JSON.stringify(environment)).to.equal(null)
      await other.close()
    }
    const app = createApp(world.container.ports, { ...world.container.http, demo: null })
    for (const path of ['/dung-thu', '/dung-thu/thu']) await request(app).get(path).expect(404)
    await request(app).post('/dung-thu/vao').type('form').send({ login: 'admin@demo.example' }).expect(404)
    const answer = await request(app).get('/').expect(303)
    expect(answer.headers['location']).to.equal('/dang-nhap')
  })
})
