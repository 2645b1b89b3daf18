import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { openBrowser, openContext } from '../support/browser.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the page of the API, in a browser', () => {
  let world: World
  let browser: Browser
  before(async () => {
    ;[world, browser] = await Promise.all([openWorld(), openBrowser()])
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  it('shows every group of routes, under a policy that lets nothing foreign or inline in', async () => {
    const context = await openContext(browser, world.url)
    const page = await context.newPage()
    await page.goto('/api/docs')
    await page.getByRole('heading', { name: 'Thu Hoạch' }).waitFor()
    await page.getByRole('link', { name: 'Signing in', exact: true }).waitFor()
    await page.getByText('/api/v1/sign-in-links/consume').waitFor()
    expect(context.complaints).to.deep.equal([])
    await context.close()
  })
})
