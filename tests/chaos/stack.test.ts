import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { signIn, until } from '../../src/demo/client.ts'
import { readDemoAccounts } from '../../src/embedded/demo-accounts.ts'
import { liveOwner } from '../../src/embedded/owner.ts'
import { type SpawnedStack, spawnStack } from '../../src/embedded/spawn-stack.ts'
import { readStack } from '../../src/embedded/stack-file.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

/** Starts a program of ours that should refuse to start; its words to the person. */
const refusalOf = async (script: string, env: Readonly<Record<string, string>>): Promise<string> => {
  const { PATH = '', HOME = '' } = process.env
  try {
    await run(process.execPath, ['--import=tsx', script], { cwd: ROOT, env: { PATH, HOME, ...env } })
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    expect(code).to.equal(1)
    return stderr
  }
  throw new Error(`${script} did not refuse`)
}

/** Living processes of a group, with their command lines; a zombie does not live. */
const membersOf = async (group: number): Promise<{ pid: number; command: string }[]> => {
  const { stdout } = await run('ps', ['-A', '-ww', '-o', 'pid=,pgid=,stat=,command='])
  return stdout.split('\n').flatMap(line => {
    const [, pid, pgid, state = 'Z', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return Number(pgid) === group && !state.startsWith('Z') ? [{ pid: Number(pid), command }] : []
  })
}

describe('the stack of npm start', function () {
  // Each waits for processes to come up, on a machine that may be busy.
  this.timeout(120_000)

  let folder: string
  let stack: SpawnedStack

  const start = async (): Promise<SpawnedStack> =>
    spawnStack({ DATA_DIR: folder, PORT: '0', DEMO: 'accounts', LOG_LEVEL: 'warn' })

  const statusOf = async (path: string): Promise<number> => {
    try {
      return (await fetch(`${stack.url}${path}`)).status
    } catch {
      return 0
    }
  }
  const untilReady = async (): Promise<unknown> =>
    until(
      'ready',
      20,
      async () => statusOf('/health/ready'),
      status => status === 200,
    )

  const servers = async (): Promise<(number | null)[]> =>
    Promise.all(['mongodb', 'redis'].map(async name => liveOwner(join(folder, `${name}.pid`))))

  /** Nothing of it lives any more. */
  const untilGone = async (): Promise<unknown> =>
    until(
      'no process',
      60,
      async () => [...(await membersOf(stack.pid)), ...(await servers())],
      found => found.every(one => one === null),
    )

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thu-hoach-stack-'))
    stack = await start()
  })
  after(async () => {
    await stack.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('is ready when API, MongoDB, Redis and a worker are', untilReady)

  it('lets every demo account in with the one password of a private file', async () => {
    const demo = await readDemoAccounts(folder)
    expect((await stat(join(folder, 'demo-accounts.json'))).mode & 0o777).to.equal(0o600)
    const roles: Record<string, unknown> = {}
    for (const { login } of demo!.accounts) {
      const client = await signIn(stack.url, login, demo!.password)
      roles[login] = (await client.get<{ actor: { roles: string[] } }>('/session')).actor.roles
    }
    expect(roles).to.deep.equal({
      'admin@demo.example': ['admin'],
      'staff.hung-yen@demo.example': ['staff'],
      'staff.hai-duong@demo.example': ['staff'],
      'trainer@demo.example': ['trainer'],
      'cadre@demo.example': ['cadre'],
    })
  })

  it('has the units and the campaign', async () => {
    const admin = await signIn(stack.url, 'admin@demo.example', stack.password)
    const units = await admin.get<unknown[]>('/campaigns/nghi-quyet-12-cdvn/units?parent=tld')
    expect(units).to.have.length(83)
  })

  it('is worked on by the command line, which finds it by its folder', async () => {
    const { PATH = '', HOME = '' } = process.env
    const { stdout } = await run(
      process.execPath,
      [
        '--import=tsx',
        'src/cli/main.ts',
        'create-account',
        '--login',
        'moi@demo.example',
        '--name',
        'Mới',
      ].concat(['--role', 'staff', '--units', 'hung-yen']),
      { cwd: ROOT, env: { PATH, HOME, DATA_DIR: folder } },
    )
    const [, password = ''] = /^password: (\S+)$/m.exec(stdout) ?? []
    await signIn(stack.url, 'moi@demo.example', password)
  })

  it('refuses a second start on its folder, and on its port', async () => {
    expect(await refusalOf('src/embedded/start.ts', { DATA_DIR: folder })).to.include(
      `runs on ${folder} already (process ${stack.pid})`,
    )
    const { MONGODB_URI, REDIS_URL, SMTP_URL } = (await readStack(folder))!.servers
    const { port } = new URL(stack.url)
    const given = { MONGODB_URI, REDIS_URL, SMTP_URL, DATA_DIR: join(folder, 'other'), PORT: port }
    expect(await refusalOf('src/server.ts', given)).to.include(`Cannot listen on 127.0.0.1:${port}`)
  })

  it('starts again what crashes: the API on its port, Redis', async () => {
    const api = (await membersOf(stack.pid)).find(({ command }) => command.includes('src/server.ts'))!
    const [, redis] = await servers()
    process.kill(api.pid, 'SIGKILL')
    process.kill(redis!, 'SIGKILL')
    await until(
      'API is down',
      10,
      async () => statusOf('/health/live'),
      status => status === 0,
    )
    await untilReady()
    const again = (await servers())[1]
    expect(again).to.be.a('number').and.not.equal(redis)
  })

  it('has its data again after kill -9 of all of it', async () => {
    const admin = await signIn(stack.url, 'admin@demo.example', stack.password)
    const campaign = {
      code: 'dot-moi',
      name: 'Đợt mới',
      topics: [{ code: 'CD1', title: 'Một' }],
      opensAt: '2024-01-01T00:00:00Z',
      dueAt: '2024-02-01T00:00:00Z',
      closesAt: '2024-03-01T00:00:00Z',
    }
    await admin.send('POST', '/campaigns', campaign)
    process.kill(-stack.pid, 'SIGKILL')
    const { password } = stack
    stack = await start()
    await untilReady()
    expect(stack.password).to.equal(password)
    const again = await signIn(stack.url, 'admin@demo.example', password)
    expect(await again.get('/campaigns/dot-moi')).to.include({ name: 'Đợt mới' })
  })

  it('ends by itself, servers and all, when only npm start is killed', async () => {
    process.kill(stack.pid, 'SIGKILL')
    await untilGone()
    stack = await start()
    await untilReady()
  })

  it('refuses production, every reason at once', async () => {
    for (const script of ['src/embedded/start.ts', 'src/server.ts', 'workers/main.ts']) {
      const words = await refusalOf(script, {
        NODE_ENV: 'production',
        PUBLIC_URL: 'http://thu-hoach.example',
      })
      for (const reason of ['MONGODB_URI', 'REDIS_URL', 'SMTP_URL', 'SESSION_SECRET', 'PUBLIC_URL'])
        expect(words, script).to.match(new RegExp(`^  - ${reason} is not`, 'm'))
    }
  })

  it('refuses production on demo accounts, and demo accounts for others than this machine', async () => {
    const { servers } = (await readStack(folder))!
    const words = await refusalOf('src/server.ts', {
      ...servers,
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://thu-hoach.example',
      SESSION_SECRET: 'x'.repeat(32),
    })
    expect(words).to.match(/^Refused to start:\n  - the database has 5 demo accounts/)
    const open = { DATA_DIR: join(folder, 'open'), HOST: '0.0.0.0' }
    expect(await refusalOf('src/embedded/start.ts', open)).to.include(
      'would open the demo accounts to others',
    )
    expect(await refusalOf('src/server.ts', { ...servers, ...open })).to.include(
      'would open the demo accounts',
    )
  })

  it('leaves no process and no word of itself when asked to stop', async () => {
    await stack.stop()
    await untilGone()
    const left = await readdir(folder)
    expect(left)
      .to.include('mongodb')
      .and.not.include.members(['lock'])
      .and.not.include.members(['stack.json'])
  })
})
