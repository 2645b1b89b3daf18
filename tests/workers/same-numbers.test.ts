import { expect } from 'chai'
import { isTo, readMails } from '../support/inbox.ts'
import {
  COLUMNS,
  type Line,
  missingOf,
  openTopics,
  received,
  statesOf,
  topicLines,
  unitLines,
} from '../support/numbers/model.ts'
import { pathOf, perform } from '../support/numbers/perform.ts'
import { type Plan, randomPlan } from '../support/numbers/plan.ts'
import { chanceFrom } from '../support/numbers/random.ts'
import {
  readPage,
  readPaper,
  type Tables,
  tableInDocx,
  tableOfCsv,
  tablesOfXlsx,
  topicLinesIn,
  unitLinesIn,
  unitLinesOfDocx,
} from '../support/numbers/read.ts'
import { partsOf } from '../support/package.ts'
import { openWorld, type World } from '../support/world.ts'

/** A Monday at the hour of the schedule: staff get their digests. */
const END = new Date('2018-12-24T01:00:00Z')
const CASES = 4
const seed = Number(process.env['NUMBERS_SEED'] ?? Math.floor(Math.random() * 1_000_000))

/**
 * Whatever happens in a campaign, everything that tells its numbers tells the same, and what a plain model says. Other
 * campaigns every time; the name of a failing test has the seed that makes them again: NUMBERS_SEED=… npx mocha …
 */
describe(`the numbers of random campaigns (NUMBERS_SEED=${seed})`, () => {
  const plans = Array.from({ length: CASES }, (_, n) => randomPlan(chanceFrom(seed + n), `rn-${n}`, END))
  let world: World
  const files = new Map<string, Map<string, Buffer>>()

  before(async function () {
    this.timeout(120_000)
    world = await openWorld()
    await perform(world, plans)
    world.clock.set(END)
    const formats = ['docx', 'pdf', 'xlsx', 'csv', 'zip']
    const asked = new Map<string, string>()
    for (const plan of plans) {
      const body = { unit: plan.code, formats }
      const answer = await world
        .as('admin')
        .post(`${pathOf(plan)}/reports`)
        .send(body)
        .expect(202)
      asked.set(plan.code, answer.body.id)
    }
    await world.settle()
    await world.work()
    for (const [code, id] of asked) {
      const report = (await world.as('admin').get(`/api/v1/reports/${id}`).expect(200)).body
      expect(report.state).to.equal('done')
      const found = new Map<string, Buffer>()
      for (const { format, part, name } of report.files) {
        const path = `/api/v1/reports/${id}/files/${format}?part=${part}`
        const answer = await world.as('admin').get(path).responseType('arraybuffer').expect(200)
        found.set(
          format === 'csv' ? name.replace(/^.* - (.*)\.csv$/, '$1') : format,
          Buffer.from(answer.body),
        )
      }
      files.set(code, found)
    }
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const fileOf = (plan: Plan, format: string): Buffer => {
    const bytes = files.get(plan.code)?.get(format)
    if (bytes === undefined) throw new Error(`${plan.code} has no ${format}`)
    return bytes
  }
  const linesOf = (plan: Plan, unit = plan.units[0]!.name) => unitLines(plan.campaign, plan.people, unit)
  /** Of the model: only branches where somebody is; tables also have those where nobody is. */
  const expectLines = (lines: ReadonlyMap<string, Line>, plan: Plan, unit?: string): void => {
    const peopled = [...lines].filter(([name, line]) => name === '' || line[0] !== 0)
    const sorted = (entries: Iterable<readonly [string, Line]>) =>
      [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
    expect(sorted(peopled), `${plan.code} ${unit ?? ''}`).to.deep.equal(sorted(linesOf(plan, unit)))
  }
  /** The numbers of a `totals` in the order of the columns. */
  const lineIn = (totals: Record<string, number>): Line => COLUMNS.map(column => totals[column]!)
  const owing = (plan: Plan) => plan.people.filter(person => missingOf(plan.campaign, person) > 0)
  const counted = (plan: Plan) => statesOf(plan.campaign, plan.people)

  it('are those of the plain model in the API, unit by unit and topic by topic', async () => {
    for (const plan of plans)
      for (const unit of plan.units) {
        const path = `${pathOf(plan)}/progress?unit=${unit.code}`
        const { totals, own, children, topics } = (await world.as('admin').get(path).expect(200)).body
        const lines: [string, Line][] = children.map(
          (child: { unit: { name: string }; totals: typeof totals }) => [
            child.unit.name,
            lineIn(child.totals),
          ],
        )
        expectLines(new Map([...lines, [unit.name, lineIn(own)], ['', lineIn(totals)]]), plan, unit.name)
        const people = plan.people.filter(person => person.units.includes(unit.name))
        const { complete, partial, nothing } = statesOf(plan.campaign, people)
        expect(totals, unit.code).to.include({ complete, partial, nothing })
        expect(
          topics.map((topic: Record<string, number>) =>
            ['submitted', 'onTime', 'late', 'missing'].map(key => topic[key]),
          ),
        ).to.deep.equal(topicLines(plan.campaign, people))
      }
  })

  it('are the same in the lists of people', async () => {
    for (const plan of plans) {
      const states = counted(plan)
      const counts = (
        await world
          .as('admin')
          .get(`${pathOf(plan)}/enrolment-counts`)
          .expect(200)
      ).body
      expect(counts.people, plan.code).to.equal(plan.people.length)
      expect(counts.states, plan.code).to.include(states)
      const owed = topicLines(plan.campaign, plan.people).map(line => line[3])
      expect(
        plan.campaign.topics.map(code => counts.owing[code] ?? 0),
        plan.code,
      ).to.deep.equal(owed)
      for (const [state, count] of Object.entries(states)) {
        const path = `${pathOf(plan)}/enrolments?state=${state}&limit=1`
        expect((await world.as('admin').get(path).expect(200)).body.total, `${plan.code} ${state}`).to.equal(
          count,
        )
      }
    }
  })

  it('are the same on the page of every unit', async () => {
    const headers = (plan: Plan) => ({ Authorization: `Bearer token-staff.${plan.code}` })
    for (const plan of plans)
      for (const unit of plan.units) {
        const answer = await fetch(`${world.url}/dot/${plan.code}/don-vi/${unit.code}`, {
          headers: headers(plan),
        })
        expect(answer.status).to.equal(200)
        const { sums, lines } = readPage(await answer.text())
        const expected = linesOf(plan, unit.name)
        const all = expected.get('')!
        if (all[0] === 0) continue
        const [people, exempt, , submitted, onTime, late, missing, percent] = all
        expect(sums, unit.code).to.deep.equal([
          people,
          exempt,
          all[2],
          submitted,
          onTime,
          late,
          missing,
          percent,
        ])
        if (!plan.units.some(({ parent }) => parent === unit.code)) continue
        const named = [...lines].map(([name, line]): [string, Line] => [
          name === 'Cộng' ? '' : name === 'Cán bộ thuộc trực tiếp đơn vị này' ? unit.name : name,
          line,
        ])
        expectLines(new Map(named), plan, unit.name)
      }
  })

  const expectTables = (tables: Tables, plan: Plan): void => {
    expectLines(unitLinesIn(tables), plan)
    expect(topicLinesIn(tables), plan.code).to.deep.equal(topicLines(plan.campaign, plan.people))
    const cells = new Map(tables.get('Theo người')?.map(row => [row[1], row.slice(5, -1)]))
    for (const person of plan.people) {
      const theirs = cells.get(person.name) ?? []
      const open = theirs.filter(cell => ['Chưa nộp', 'Đã rút', 'Đã trả lại'].includes(String(cell)))
      expect(open, person.name).to.have.length(openTopics(plan.campaign, person).length)
      const dated = theirs.filter(cell => cell instanceof Date || /\d/.test(String(cell)))
      expect(dated, person.name).to.have.length(received(person).length)
    }
    expect(tables.get('Theo người'), plan.code).to.have.length(plan.people.length)
    expect(
      (tables.get('Chưa nộp') ?? []).map(row => [row[1], Number(row[6])]),
      plan.code,
    ).to.have.deep.members(owing(plan).map(person => [person.name, missingOf(plan.campaign, person)]))
    expect(tables.get('Miễn viết') ?? [], plan.code).to.have.length(counted(plan).exempt)
  }

  it('are the same in the workbook', async () => {
    for (const plan of plans) expectTables(await tablesOfXlsx(fileOf(plan, 'xlsx')), plan)
  })

  it('are the same in the CSV files', () => {
    const titles = ['Theo đơn vị', 'Theo người', 'Chưa nộp', 'Miễn viết', 'Theo chuyên đề']
    for (const plan of plans)
      expectTables(new Map(titles.map(title => [title, tableOfCsv(fileOf(plan, title))])), plan)
  })

  it('are the same on the paper, as DOCX and as PDF', async () => {
    for (const plan of plans) {
      const docx = fileOf(plan, 'docx')
      expectLines(await unitLinesOfDocx(docx), plan)
      const debtors = owing(plan)
      const table = await tableInDocx(docx, 'Số bài thiếu')
      expect(
        table.map(row => row[1]),
        plan.code,
      ).to.have.members(debtors.map(({ name }) => name))
      const paper = await readPaper(fileOf(plan, 'pdf'))
      expectLines(paper.lines, plan)
      expect(paper.owing, plan.code).to.equal(debtors.length)
    }
  })

  it('are the same in the ZIP: a line for every essay that counts, a file for every hand-in', async () => {
    for (const plan of plans) {
      const parts = await partsOf(fileOf(plan, 'zip'))
      const { essays } = JSON.parse(parts.get('manifest.json') ?? '{}')
      const told = plan.people.flatMap(person =>
        [...person.topics].flatMap(([topic, essay]) =>
          essay.counts
            ? [`${person.name} ${topic} ${essay.late} ${essay.at.toISOString()} ${essay.isPaper}`]
            : [],
        ),
      )
      expect(
        essays.map(
          (line: Record<string, string | boolean>) =>
            `${line['person']} ${line['topic']} ${line['late']} ${line['receivedAt']} ${line['paper']}`,
        ),
        plan.code,
      ).to.have.members(told)
      const filed = plan.people.flatMap(received).filter(essay => !essay.isPaper)
      const entries = [...parts.keys()].filter(name => name.endsWith('.txt'))
      expect(entries, plan.code).to.have.length(new Set(filed.map(essay => essay.handIn)).size)
    }
  })

  it('are the same in the mail to staff', async () => {
    const mails = await readMails(world)
    for (const plan of plans) {
      const [mail, ...more] = mails
        .filter(isTo(`staff.${plan.code}@test.example`))
        // Reports that are compiled by schedule are mailed too.
        .filter(({ subject }) => subject?.includes('chưa nộp đủ'))
      expect(more).to.deep.equal([])
      const all = linesOf(plan).get('')!
      const writing = all[0]! - all[1]!
      const debtors = owing(plan)
      expect(mail?.subject, plan.code).to.equal(
        `${debtors.length} trong ${writing} cán bộ chưa nộp đủ bài thu hoạch: ${plan.units[0]!.name}`,
      )
      expect(mail?.text, plan.code).to.include(`đã nhận ${all[3]} trong ${all[2]} bài`)
      const list = mail?.attachments[0]
      if (debtors.length === 0) expect(list, plan.code).to.equal(undefined)
      else {
        const tables = await tablesOfXlsx(list!.content)
        const names = tables.get('Danh sách')?.map(row => row[1])
        expect(names, plan.code).to.have.members(debtors.map(({ name }) => name))
      }
    }
  })
})
