import { expect } from 'chai'
import { reportEssays } from '../../../src/reports/essays.ts'
import { CAMPAIGN } from '../../support/cast.ts'
import { reportOf, type Somebody } from './people.ts'

const entriesOf = (people: Somebody[]) =>
  reportEssays(CAMPAIGN, reportOf(people).entries).map(essay => [essay.version.topic, essay.entry])

describe('the essays of a report', () => {
  it('are those that count, numbered as in the table by person', () => {
    expect(entriesOf([{ name: 'An' }, { name: 'Bình', gave: 'CD2! CD1 CD3-' }])).to.deep.equal([
      ['CD1', 'LĐLĐ huyện Văn Lâm/2_Bình_CĐ1.docx'],
      ['CD2', 'LĐLĐ huyện Văn Lâm/2_Bình_CĐ2.docx'],
    ])
  })

  it('share the place of one file that ticks several topics', () => {
    expect(entriesOf([{ name: 'An', gave: 'CD3+CD1 CD2' }])).to.deep.equal([
      ['CD1', 'LĐLĐ huyện Văn Lâm/1_An_CĐ1-CĐ3.docx'],
      ['CD2', 'LĐLĐ huyện Văn Lâm/1_An_CĐ2.docx'],
      ['CD3', 'LĐLĐ huyện Văn Lâm/1_An_CĐ1-CĐ3.docx'],
    ])
  })

  it('are named only after the topics the file still stands for', () => {
    expect(entriesOf([{ name: 'An', gave: 'CD1+CD3-' }])).to.deep.equal([
      ['CD1', 'LĐLĐ huyện Văn Lâm/1_An_CĐ1.docx'],
    ])
  })

  it('have no place in the ZIP when they came on paper, but are listed', () => {
    expect(entriesOf([{ name: 'An', gave: 'CD1~+CD3~ CD2' }])).to.deep.equal([
      ['CD1', null],
      ['CD2', 'LĐLĐ huyện Văn Lâm/1_An_CĐ2.docx'],
      ['CD3', null],
    ])
  })
})
