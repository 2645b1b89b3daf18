import { expect } from 'chai'
import {
  formatDate,
  formatDateTime,
  formatSpan,
  hanoiDay,
  hanoiHourOn,
  readDay,
  weekdayOf,
  writeDay,
} from '../../../src/domain/time.ts'

describe('time in Hanoi', () => {
  const table: [utc: string, date: string, dateTime: string, day: string, weekday: number][] = [
    ['2018-12-14T10:00:00Z', '14/12/2018', '17:00 ngày 14/12/2018', '2018-12-14', 5],
    ['2018-12-14T16:59:59.999Z', '14/12/2018', '23:59 ngày 14/12/2018', '2018-12-14', 5],
    ['2018-12-14T17:00:00Z', '15/12/2018', '00:00 ngày 15/12/2018', '2018-12-15', 6],
    ['2018-12-31T17:00:00Z', '01/01/2019', '00:00 ngày 01/01/2019', '2019-01-01', 2],
    ['2020-02-28T20:05:00Z', '29/02/2020', '03:05 ngày 29/02/2020', '2020-02-29', 6],
  ]
  for (const [utc, date, dateTime, day, weekday] of table)
    it(`${utc} is ${dateTime}`, () => {
      const at = new Date(utc)
      expect(formatDate(at)).to.equal(date)
      expect(formatDateTime(at)).to.equal(dateTime)
      expect(hanoiDay(at)).to.equal(day)
      expect(weekdayOf(at)).to.equal(weekday)
    })

  const strikes: [from: string, days: number, hour: number, at: string][] = [
    ['2018-12-14T10:00:00Z', -7, 8, '2018-12-07T01:00:00.000Z'],
    ['2018-12-14T17:30:00Z', 0, 8, '2018-12-15T01:00:00.000Z'],
    ['2018-12-31T10:00:00Z', 1, 0, '2018-12-31T17:00:00.000Z'],
    ['2018-12-14T10:00:00Z', 0, 23, '2018-12-14T16:00:00.000Z'],
  ]
  for (const [from, days, hour, at] of strikes)
    it(`${hour} o'clock ${days} days from ${from} strikes at ${at}`, () => {
      expect(hanoiHourOn(new Date(from), days, hour).toISOString()).to.equal(at)
    })

  const minute = 60_000
  const spans: [ms: number, text: string][] = [
    [0, 'dưới 1 phút'],
    [minute - 1, 'dưới 1 phút'],
    [minute, '1 phút'],
    [60 * minute, '1 giờ'],
    [61 * minute, '1 giờ 1 phút'],
    [24 * 60 * minute, '1 ngày'],
    [24 * 60 * minute + 5 * minute, '1 ngày 5 phút'],
    [(51 * 60 + 7) * minute, '2 ngày 3 giờ'],
  ]
  for (const [ms, text] of spans)
    it(`${ms} ms are ${text}`, () => {
      expect(formatSpan(ms)).to.equal(text)
    })
})

describe('a calendar day as people write it', () => {
  const table: [written: string, day: string | null][] = [
    ['14/12/2018', '2018-12-14'],
    [' 1/2/2019 ', '2019-02-01'],
    ['29/02/2020', '2020-02-29'],
    ['29/02/2019', null],
    ['31/04/2019', null],
    ['2019-01-01', null],
    ['1/13/2019', null],
    ['', null],
  ]
  for (const [written, day] of table)
    it(`“${written}” is ${day ?? 'none'}`, () => {
      expect(readDay(written)).to.equal(day)
    })
  it('is written with two digits', () => {
    expect(writeDay('2019-01-05')).to.equal('05/01/2019')
  })
})
