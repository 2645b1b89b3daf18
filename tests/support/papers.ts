import { buffer } from 'node:stream/consumers'
import { writeDocx } from '../../src/formats/docx/writer.ts'
import { writePdf } from '../../src/formats/pdf/writer.ts'
import type { SignedDocument } from '../../src/reports/model.ts'
import { reportOf, type Somebody } from '../unit/reports/people.ts'

const ALL = 'CD1 CD2 CD3 CD4 CD5'
const GAVE = ['', 'CD1 CD2! CD3-', ALL, 'CD1+CD2 CD3 CD4! CD5', ALL, ALL, ALL]
const UNITS = ['hung-yen', 'hung-yen-van-lam', 'hung-yen-van-giang']

/** So many people of Hưng Yên, of every kind; the names that begin a roster are theirs. */
export const somePeople = (count: number): Somebody[] =>
  Array.from({ length: count }, (_, n) => ({
    name: `${['Nguyễn', 'Trần', 'Lê'][n % 3]} ${['Thị', 'Văn'][n % 2]} ${['An', 'Bình', 'Hoà', 'Yến'][n % 4]} ${n + 1}`,
    unit: UNITS[n % 3] ?? 'hung-yen',
    gave: GAVE[n % GAVE.length] ?? '',
    exempt: n % 13 === 5,
  }))

/** A report with everything a paper may carry. */
export const paperOf = (people: readonly Somebody[]): SignedDocument =>
  reportOf(people, {
    letterhead: {
      number: 5,
      signer: 'Nguyễn Thị Thắm',
      titles: ['TM. Ban Thường vụ', 'KT. Chủ tịch', 'Phó Chủ tịch'],
      bases: ['Căn cứ Nghị quyết Đại hội XII Công đoàn Việt Nam;'],
    },
    extensions: [
      {
        id: 'x1',
        enrolment: null,
        unit: 'hung-yen-van-lam',
        dueAt: new Date('2018-12-20T10:00:00Z'),
        closesAt: null,
        reason: 'Mưa lũ',
        grantedAt: new Date('2018-12-12T02:00:00Z'),
      },
    ],
  }).document

export const docxOf = async (document: SignedDocument): Promise<Buffer> => buffer(writeDocx(document))
export const pdfOf = async (document: SignedDocument): Promise<Buffer> => buffer(writePdf(document))
