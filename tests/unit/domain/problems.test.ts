import { expect } from 'chai'
import { problem, sentence } from '../../../src/domain/problems.ts'
import { formatDateTime } from '../../../src/domain/time.ts'

describe('the sentence of a problem', () => {
  const closed = problem('campaign-closed', { closesAt: formatDateTime(new Date('2018-12-31T10:00:00Z')) })

  it('tells a moment in its own language', () => {
    expect(sentence(closed)).to.include('đã đóng lúc 17:00 ngày 31/12/2018.')
    expect(sentence(closed, 'en')).to.include('closed at 17:00 on 31/12/2018.')
  })

  it('leaves what people wrote as they wrote it', () => {
    const unknown = problem('topic-not-known', { topic: 'họp 17:00 ngày 31/12/2018' })
    expect(sentence(unknown, 'en')).to.include('“họp 17:00 ngày 31/12/2018”')
  })

  it('shows a detail that is missing as an ellipsis', () => {
    expect(sentence(problem('campaign-closed'), 'en')).to.include('closed at ….')
  })
})
