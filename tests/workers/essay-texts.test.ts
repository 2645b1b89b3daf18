import { expect } from 'chai'
import { readText } from '../../src/commands/read-text.ts'
import { reconcile } from '../../src/commands/reconcile.ts'
import { enrol } from '../support/builders.ts'
import { enrolmentPath, fixture, pdf, send } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the words of essays that were handed in', () => {
  let world: World
  let enrolment: string
  before(async () => {
    world = await openWorld()
  })
  beforeEach(async () => {
    ;({ id: enrolment } = await enrol(world))
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const textOf = async (topic: string, version = 1) =>
    (
      await world
        .as('trainer.hung-yen')
        .get(`${enrolmentPath(enrolment)}/essays/${topic}/versions/${version}/text`)
        .expect(200)
    ).body
  const due = async () => world.container.ports.essayTexts.due(world.clock.now(), 10)

  it('are read soon afterwards, once for all topics of a file, and their reading is audited', async () => {
    await send(world, enrolment, 'CD1,CD2', fixture('cả năm chuyên đề.docx'), 'bài.docx').expect(201)
    expect(await textOf('CD1')).to.deep.include({ state: 'waiting', words: 0 })
    await world.work()
    const text = await textOf('CD2')
    expect(text).to.deep.include({ state: 'read', reason: null, words: 3180, legacyFont: null })
    expect(text.paragraphs).to.include('Họ và tên: Vũ Đình Long\nĐơn vị: LĐLĐ huyện Phù Cừ')
    expect(await world.db.collection('essay-texts').countDocuments()).to.equal(1)
    const audited = {
      action: 'essay.read',
      target: `enrolment:${enrolment}`,
      'actor.name': 'trainer.hung-yen',
    }
    expect(await world.db.collection('audit').countDocuments(audited)).to.equal(2)
  })

  it('are none in a photograph, and a file that nobody can read is a word to the reader, no failure', async () => {
    await send(world, enrolment, 'CD1', fixture('anh chup man hinh.png'), 'ảnh.png').expect(201)
    await send(world, enrolment, 'CD2', pdf(), 'hỏng.pdf').expect(201)
    await send(world, enrolment, 'CD3', fixture('thu-hoach-3.odt'), 'bài.odt').expect(201)
    await world.work()
    expect(await textOf('CD1')).to.deep.include({ state: 'without-text' })
    expect(await textOf('CD2')).to.deep.include({ state: 'unreadable', reason: 'damaged' })
    expect(await textOf('CD3')).to.deep.include({ state: 'read', words: 739 })
  })

  it('are due again when a worker died at them, until it died too often', async () => {
    await send(world, enrolment, 'CD1', fixture('CHUYEN DE 4.RTF'), 'bài.rtf').expect(201)
    const { ports } = world.container
    const file = (await ports.essays.ofEnrolment(enrolment))[0]!.file!
    await ports.essayTexts.expect([file])
    const dying = {
      ...ports,
      textReader: { ...ports.textReader, read: async () => Promise.reject(new Error('dead')) },
    }
    const dies = async () =>
      expect(
        await readText(dying)(file.id, world.clock.now()).catch((error: Error) => error.message),
      ).to.equal('dead')
    await dies()
    expect(await due(), 'held').to.deep.equal([])
    // Nobody else takes it meanwhile.
    await readText(ports)(file.id, world.clock.now())
    expect(await textOf('CD1')).to.deep.include({ state: 'waiting' })
    const later = () => {
      world.clock.set(new Date(world.clock.now().getTime() + 121_000))
    }
    later()
    expect(await due()).to.deep.equal([file.id])
    await reconcile(ports)(world.clock.now())
    for (let i = 0; i < 3; i += 1) {
      await dies()
      later()
    }
    await world.work()
    expect(await textOf('CD1')).to.deep.include({ state: 'unreadable', reason: 'damaged' })
  })

  it('are read after a restart, whatever became of the queue', async () => {
    await send(world, enrolment, 'CD1', fixture('CHUYEN DE 4.RTF'), 'bài.rtf').expect(201)
    const { ports } = world.container
    const [version] = await ports.essays.ofEnrolment(enrolment)
    await ports.essayTexts.expect([version!.file!])
    await ports.outbox.clear([version!.id])
    await world.work()
    expect(await textOf('CD1')).to.deep.include({ state: 'read', words: 644 })
  })
})
