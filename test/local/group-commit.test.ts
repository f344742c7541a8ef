import { expect, test } from 'vitest'

import { groupCommit, type LoneWrite } from '#local/group-commit'

/** An engine that notes what reaches it and ends a transaction when it is told to. */
function anEngine() {
  const sent: (readonly object[])[] = []
  const ends: ((isDone: boolean) => void)[] = []
  const done: string[] = []
  const commit = groupCommit((items) => {
    sent.push(items)
    return new Promise((resolve, reject) => {
      ends.push((isDone) => (isDone ? resolve({}) : reject(new Error('cancelled'))))
    })
  })
  const write = (name: string, names = [name], alone?: () => Promise<unknown>): Promise<unknown> => {
    const lone: LoneWrite = {
      items: names.map((one) => ({ Put: one })),
      names,
      alone: () => {
        done.push(name)
        return alone?.() ?? new Promise((resolve) => ends.push(() => resolve(name)))
      },
    }
    return commit(lone)
  }
  const settle = async (isDone = true) => {
    ends.shift()?.(isDone)
    await new Promise(setImmediate)
  }
  return { write, sent, done, settle }
}

test('a write with nobody before it goes at once and alone', async () => {
  const { write, sent, done, settle } = anEngine()
  const first = write('a')
  await settle()

  expect(await first).toBe('a')
  expect(done).toEqual(['a'])
  expect(sent).toEqual([])
})

test('those who come while it is under way go together', async () => {
  const { write, sent, done, settle } = anEngine()
  const all = [write('a'), write('b'), write('c', ['c1', 'c2'])]
  await settle()
  await settle()

  expect(await Promise.all(all)).toEqual(['a', {}, {}])
  expect(sent).toEqual([[{ Put: 'b' }, { Put: 'c1' }, { Put: 'c2' }]])
  expect(done).toEqual(['a'])
})

test('a second write of an item waits for the first, and nobody overtakes it', async () => {
  const { write, sent, settle } = anEngine()
  const all = [write('a'), write('one', ['x']), write('two', ['x', 'y']), write('three', ['y']), write('four', ['z'])]
  for (let round = 0; round < 6; round += 1) await settle()
  await Promise.all(all)

  expect(sent).toEqual([[{ Put: 'x' }, { Put: 'z' }]])
})

test('when they cannot go together each is done alone and has its own outcome', async () => {
  const { write, done, settle } = anEngine()
  const all = [
    write('a'),
    write('b'),
    write('c', ['c'], () => Promise.reject(new Error('c has changed'))),
    write('d', ['d'], () => Promise.resolve('d')),
  ]
  const outcomes = Promise.allSettled(all)
  await settle()
  await settle(false)
  await settle()

  expect((await outcomes).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'a',
    'b',
    'Error: c has changed',
    'd',
  ])
  expect(done).toEqual(['a', 'b', 'c', 'd'])
})

test('a transaction stays within what the engine takes', async () => {
  const { write, sent, settle } = anEngine()
  const names = Array.from({ length: 120 }, (_, no) => `n${no}`)
  const all = names.map((name) => write(name))
  for (let round = 0; round < 8; round += 1) await settle()
  await Promise.all(all)

  expect(sent.map((items) => items.length)).toEqual([50, 50, 19])
})
