import { expect } from 'chai'
import { bounceAddress, gravest, mailsNamedIn, verdictOf } from '../../../src/domain/bounce.ts'

describe('a mail that came back', () => {
  it('is judged by what was done about it, and by its status where that is not said', () => {
    const cases = [
      ['failed', '5.1.1', 'bounced'],
      // Tried for days, in vain.
      ['failed', '4.4.7', 'bounced'],
      ['delayed', '4.2.2', 'delayed'],
      ['delivered', '2.0.0', 'arrived'],
      ['relayed', '2.0.0', 'arrived'],
      [null, '5.7.1', 'bounced'],
      [null, '4.2.2', 'delayed'],
      [null, '2.1.5', 'arrived'],
    ] as const
    for (const [action, status, verdict] of cases)
      expect(verdictOf({ action, status }), `${action} ${status}`).to.equal(verdict)
  })

  it('is what became of it with the recipient who fared worst', () => {
    const bounce = (action: 'failed' | 'delayed' | 'relayed') => ({ action, status: '4.0.0', reason: action })
    expect(gravest([])).to.equal(null)
    expect(gravest([bounce('relayed'), bounce('failed'), bounce('delayed')])?.reason).to.equal('failed')
  })

  it('comes to an address that names it, where an address can', () => {
    const cases = [
      ['reminder-5c09-1', 'bounce+reminder-5c09-1@dsn.example'],
      [undefined, 'bounce@dsn.example'],
      ['digest of somebody', 'bounce@dsn.example'],
      ['x'.repeat(60), 'bounce@dsn.example'],
    ] as const
    for (const [mail, expected] of cases) expect(bounceAddress('bounce@dsn.example', mail)).to.equal(expected)
  })

  it('is found by that address, or by its Message-ID', () => {
    const cases: [string, string[]][] = [
      ['To: <bounce+reminder-5c09-1@dsn.example>', ['reminder-5c09-1']],
      ['<a-1@x.example> <b@y.example>', ['a-1', 'b']],
      ['"Ban, thu" <bounce+r-2@dsn.example>, khac@x.example', ['r-2', 'khac']],
      ['no address', []],
    ]
    for (const [text, expected] of cases) expect(mailsNamedIn(text), text).to.deep.equal(expected)
  })
})
