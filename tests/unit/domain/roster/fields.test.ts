import { expect } from 'chai'
import type { Cell } from '../../../../src/domain/roster/cells.ts'
import {
  readBirth,
  readEmail,
  readGender,
  readPhone,
  readPosts,
} from '../../../../src/domain/roster/fields.ts'

const show = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : JSON.stringify(cell)

describe('a roster’s fields', () => {
  describe('birth', () => {
    const cases: readonly (readonly [Cell, string | null])[] = [
      [new Date('1981-10-12T00:00:00Z'), '1981-10-12'],
      ['12/8/1986', '1986-08-12'],
      ['05-07-1960', '1960-07-05'],
      ['1.2.75', '1975-02-01'],
      ['ngày 12 tháng 3 năm 1980', '1980-03-12'],
      ['1980-03-12', '1980-03-12'],
      ['1980-03-12T00:00:00', '1980-03-12'],
      [12_031_980, '1980-03-12'],
      [2_031_980, '1980-03-02'],
      [29_292, '1980-03-12'],
      [1966, '1966'],
      ['1966', '1966'],
      ['năm 1966', '1966'],
      ['03/1966', '1966'],
      ['29/02/1976', '1976-02-29'],
      ['', null],
      [null, null],
      ['-', null],
      ['không', null],
      ['29/02/1975', 'wrong'],
      ['31/02/1975', 'wrong'],
      ['12/28/1980', 'wrong'],
      ['00/00/1980', 'wrong'],
      ['13/1966', 'wrong'],
      ['1850', 'wrong'],
      ['01/01/2017', 'wrong'],
      ['không rõ lắm', 'wrong'],
    ]
    for (const [cell, birth] of cases)
      it(`${show(cell)} → ${birth}`, () => expect(readBirth(cell, 2018)).to.equal(birth))
  })

  describe('phone', () => {
    const cases: readonly (readonly [Cell, string | null])[] = [
      ['0977193630', '0977193630'],
      [983_653_397, '0983653397'],
      ['983653397', '0983653397'],
      ['0977.196.406', '0977196406'],
      ['0912 672-122', '0912672122'],
      ['(0221) 386 3123', '02213863123'],
      ['+84 912 345 678', '0912345678'],
      ['84912345678', '0912345678'],
      ['0168405288', '0168405288'],
      ['01684052881', '01684052881'],
      [1_684_052_881, '01684052881'],
      ['0912000111 / 0913000222', '0912000111'],
      ['0912000111; 0913000222', '0912000111'],
      ['', null],
      ['x', null],
      ['12', 'wrong'],
      ['hỏi văn phòng', 'wrong'],
      ['0000000000', null],
      ['123456789012345', 'wrong'],
    ]
    for (const [cell, phone] of cases)
      it(`${show(cell)} → ${phone}`, () => expect(readPhone(cell)).to.equal(phone))
  })

  describe('mail', () => {
    const cases: readonly (readonly [Cell, string | null])[] = [
      ['Lan.Dang@CongDoan.example', 'lan.dang@congdoan.example'],
      [' lan@congdoan.example. ', 'lan@congdoan.example'],
      ['a@congdoan.example; b@congdoan.example', 'a@congdoan.example'],
      ['Lan <lan@congdoan.example>', 'lan@congdoan.example'],
      ['mailto:lan@congdoan.example', 'lan@congdoan.example'],
      [null, null],
      ['không có', null],
      ['sai.thu(at)congdoan', 'wrong'],
      ['lan@congdoan', 'wrong'],
      ['@congdoan.example', 'wrong'],
      ['đặng.lan@congdoan.example', 'wrong'],
    ]
    for (const [cell, mail] of cases)
      it(`${show(cell)} → ${mail}`, () => expect(readEmail(cell)).to.equal(mail))
  })

  it('gender is Nam or Nữ, in any case, or not said', () => {
    expect(['Nam', 'NỮ', 'nu', 'Nu\u031b\u0303', '?'].map(readGender)).to.deep.equal([
      'male',
      'female',
      'female',
      'female',
      null,
    ])
  })

  it('several posts stand in one cell', () => {
    expect(readPosts(' Phó Chủ tịch;  Ủy viên\nBCH ; ')).to.deep.equal(['Phó Chủ tịch', 'Ủy viên BCH'])
  })
})
