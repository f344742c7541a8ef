import { setImmediate } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { sharedRead } from '#store/shared-read'

/** A read that ends when it is told to, and what each was asked. */
function aRead() {
  const asked: string[] = []
  const ends: ((value: string | Error) => void)[] = []
  const read = sharedRead<string, string>(
    (ask) => {
      asked.push(ask)
      return new Promise((resolve, reject) => {
        ends.push((value) => (typeof value === 'string' ? resolve(value) : reject(value)))
      })
    },
    (ask) => ask,
  )
  return { asked, ends, read }
}

/** When what came together has been heard and reads have begun. */
const heard = () => setImmediate()

test('those who come together share one read', async () => {
  const { asked, ends, read } = aRead()
  const together = [read('column'), read('column'), read('column')]
  await heard()
  ends[0]?.('as it is')

  expect(await Promise.all(together)).toEqual(['as it is', 'as it is', 'as it is'])
  expect(asked).toEqual(['column'])
})

test('those who come while a read is under way share the next one, never the one before they asked', async () => {
  const { asked, ends, read } = aRead()
  const first = read('column')
  await heard()
  const [second, third] = [read('column'), read('column')]

  ends[0]?.('as it was')
  await first
  await heard()
  const late = read('column')
  ends[1]?.('as it is')
  const both = await Promise.all([second, third])
  await heard()
  ends[2]?.('later still')

  expect(await first).toBe('as it was')
  expect(both).toEqual(['as it is', 'as it is'])
  expect(await late).toBe('later still')
  expect(asked).toHaveLength(3)
})

test('whoever asks alone, or for something else, gets a read of their own', async () => {
  const { asked, ends, read } = aRead()
  const [one, two] = [read('one'), read('two')]
  await heard()
  ends[0]?.('1')
  ends[1]?.('2')

  expect(await Promise.all([one, two])).toEqual(['1', '2'])
  const again = read('one')
  await heard()
  ends[2]?.('1 again')
  expect(await again).toBe('1 again')
  expect(asked).toEqual(['one', 'two', 'one'])
})

test('a read that fails fails for those who shared it and for nobody after them', async () => {
  const { ends, read } = aRead()
  const first = read('column')
  await heard()
  const [second, third] = [read('column'), read('column')]

  ends[0]?.(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await heard()
  ends[1]?.('back')

  expect(await Promise.all([second, third])).toEqual(['back', 'back'])
})
