import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { readCampaign } from '../../src/load/campaign.ts'
import { readUnits } from '../../src/load/units.ts'
import { UNITS_FOLDER } from '../support/rosters.ts'

const CAMPAIGN_FILE = new URL('../../config/campaigns/nghi-quyet-12-cdvn.yaml', import.meta.url).pathname
const HEAD = 'code,name,kind,parent,validFrom,validTo,predecessors,aliases'

describe('the files of config/', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thu-hoach-config-'))
  })
  after(async () => rm(folder, { recursive: true, force: true }))

  describe('units', () => {
    it('are Việt Nam’s of 2018: 63 provinces and 20 central unions, with what is below them', async () => {
      const tree = await readUnits(UNITS_FOLDER)
      if (!tree.ok) throw new Error(JSON.stringify(tree.problems))
      const below = (parent: string) => tree.value.filter(unit => unit.parent === parent)
      expect(below('tld')).to.have.length(83)
      expect(below('tld').filter(unit => unit.name.startsWith('LĐLĐ '))).to.have.length(63)
      expect(below('hung-yen')).to.have.length(19)
      expect(
        tree.value.filter(
          unit => /^LĐLĐ (huyện|quận|thị xã|thành phố) ./i.test(unit.name) && unit.path.length === 3,
        ),
      ).to.have.length(713)
      expect(tree.value.find(unit => unit.code === 'hung-yen-my-hao')?.name).to.equal('LĐLĐ huyện Mỹ Hào')
    })

    it('are refused whole, every wrong line named by file and number', async () => {
      const lines = [
        HEAD,
        'tld,Tổng Liên đoàn,confederation,,,,,',
        'Sai Mã,Tên,province,tld,,,,',
        'a,,province,tld,,,,',
        'b,Tên,tinh,tld,2018-02-30,,,',
        'c,Tên,province,khong-co,,,,',
        'd,"Tên, có dấu phẩy",province,tld,,,,X|Y',
      ]
      await writeFile(join(folder, 'don-vi.csv'), lines.join('\n'))
      const tree = await readUnits(folder)
      expect(tree.ok ? [] : tree.problems.map(({ at }) => at)).to.deep.equal([
        'don-vi.csv:3',
        'don-vi.csv:4',
        'don-vi.csv:5',
        'don-vi.csv:5',
        'don-vi.csv:6',
      ])
      await writeFile(join(folder, 'don-vi.csv'), 'ma,ten\na,b\n')
      const headless = await readUnits(folder)
      expect(headless.ok ? '' : headless.problems[0].at).to.equal('don-vi.csv:1')
    })
  })

  describe('campaigns', () => {
    it('have that of Resolution XII: five topics, due at 17:00 on 14 December 2018', async () => {
      const campaign = await readCampaign(CAMPAIGN_FILE)
      if (!campaign.ok) throw new Error(JSON.stringify(campaign.problems))
      expect(campaign.value.topics.map(({ code }) => code)).to.deep.equal(['CD1', 'CD2', 'CD3', 'CD4', 'CD5'])
      expect(campaign.value.topics[3]?.title).to.equal(
        'Xây dựng nguồn lực tài chính đủ mạnh trong tổ chức Công đoàn',
      )
      expect(campaign.value.dueAt.toISOString()).to.equal('2018-12-14T10:00:00.000Z')
      expect(campaign.value.closesAt.toISOString()).to.equal('2018-12-31T10:00:00.000Z')
    })

    it('are refused with the lines of all that is wrong', async () => {
      const text = await readFile(CAMPAIGN_FILE, 'utf8')
      const file = join(folder, 'sai.yaml')
      const wrong = text.replace(/^dueAt: .*/m, 'dueAt: mai').replace('code: CD2', 'code: chuyên đề 2')
      await writeFile(file, wrong)
      const lineOf = (part: string) => `sai.yaml:${wrong.slice(0, wrong.indexOf(part)).split('\n').length}`
      const campaign = await readCampaign(file)
      expect(campaign.ok ? [] : campaign.problems.map(({ at }) => at)).to.have.members([
        lineOf('chuyên đề 2'),
        lineOf('mai'),
      ])
      await writeFile(file, 'code: [')
      expect((await readCampaign(file)).ok).to.equal(false)
    })
  })
})
