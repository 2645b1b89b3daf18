import { once } from 'node:events'
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { type Listening, listen } from '../../src/http/listen.ts'

const OPTIONS = { host: '127.0.0.1', port: 0, requestMs: 60_000 }

describe('listening', () => {
  let listening: Listening
  let answers: ServerResponse[]
  const agent = new Agent({ keepAlive: true })

  beforeEach(async () => {
    answers = []
    listening = await listen((_req, res) => {
      answers.push(res)
    }, OPTIONS)
  })
  after(() => agent.destroy())

  /** Sends a request; once the server has it, its answer is there to come. */
  const send = async (): Promise<{ answer: Promise<IncomingMessage> }> => {
    const sent = get({ host: OPTIONS.host, port: listening.port, agent })
    const answer = once(sent, 'response').then(([response]: IncomingMessage[]) => response!)
    while (answers.length === 0) await new Promise(setImmediate)
    return { answer }
  }
  const outcomeOfConnecting = async (): Promise<string> => {
    const sent = get({ host: OPTIONS.host, port: listening.port })
    const [error]: NodeJS.ErrnoException[] = await once(sent, 'error')
    return error?.code ?? ''
  }

  it('lets a request under way finish and takes no other once it is to stop', async () => {
    const { answer } = await send()
    const stopped = listening.stop()
    expect(await outcomeOfConnecting()).to.equal('ECONNREFUSED')
    answers[0]!.end('xong')
    expect(await text(await answer)).to.equal('xong')
    // The kept connection must not hold it up.
    await stopped
  })

  it('says in a sentence that a port is taken', async () => {
    const { port } = listening
    const error = await listen(() => undefined, { ...OPTIONS, port }).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error)
      .to.be.an('error')
      .with.property('message')
      .that.includes(`127.0.0.1:${port}: another program`)
    await listening.stop()
  })
})
