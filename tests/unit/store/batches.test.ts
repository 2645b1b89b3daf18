import { expect } from 'chai'
import { foundByKey, inBatches, shared } from '../../../src/store/batches.ts'

describe('questions asked together', () => {
  it('are one question, whose answers go to those who asked; who comes later is in the next', async () => {
    const asked: (readonly number[])[] = []
    let later: Promise<number> | undefined
    const double = inBatches(async (numbers: readonly number[]) => {
      asked.push(numbers)
      later ??= double(9)
      return numbers.map(n => n * 2)
    })
    expect(await Promise.all([1, 2, 3].map(double))).to.deep.equal([2, 4, 6])
    expect(await later).to.equal(18)
    expect(asked).to.deep.equal([[1, 2, 3], [9]])
    expect(await double(4), 'after a rest').to.equal(8)
  })

  it('fail together, and only those', async () => {
    let isDown = true
    const ask = inBatches(async (names: readonly string[]) => {
      if (isDown) throw new Error('the line broke')
      return names
    })
    const outcomes = await Promise.allSettled(['a', 'b'].map(ask))
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected'])
    isDown = false
    expect(await ask('c')).to.equal('c')
  })

  it('for one thing are asked once; by keys, each gets what is his', async () => {
    let count = 0
    const find = shared(async (key: string) => {
      count += 1
      return key.toUpperCase()
    })
    expect(await Promise.all(['a', 'b', 'a'].map(find))).to.deep.equal(['A', 'B', 'A'])
    expect(count).to.equal(2)
    const people = [
      { name: 'An', unit: 'x' },
      { name: 'Bình', unit: 'y' },
      { name: 'Chi', unit: 'x' },
    ]
    const inUnit = foundByKey(
      async keys => people.filter(({ unit }) => keys.includes(unit)),
      ({ unit }) => unit,
    )
    const [x, none] = await Promise.all(['x', 'z'].map(inUnit))
    expect(x?.map(({ name }) => name)).to.deep.equal(['An', 'Chi'])
    expect(none).to.deep.equal([])
  })
})
