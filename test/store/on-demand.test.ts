import { expect, test } from 'vitest'

import { onDemand } from '#store/on-demand'

type Greetings = { readonly greet: (name: string) => Promise<string>; readonly part: () => Promise<string> }

test('a store is loaded once, by the first call of any of its members, and not by looking at it', async () => {
  let loads = 0
  const store = onDemand<Greetings>(async () => {
    loads += 1
    return { greet: async (name) => `Good morning, ${name}`, part: async () => 'Good night' }
  })

  const { greet } = store
  const awaited = await Promise.resolve(store)

  expect([loads, awaited === store]).toEqual([0, true])
  expect(await Promise.all([greet('Anna'), store.part(), store.greet('Ivan')])).toEqual([
    'Good morning, Anna',
    'Good night',
    'Good morning, Ivan',
  ])
  expect(loads).toBe(1)
})

test('a member that is not there is named, and who would spread the store is told why that cannot be', async () => {
  const store = onDemand<Greetings>(async () => ({ greet: async (name) => name }) as Greetings)

  await expect(store.part()).rejects.toThrow('The store has no “part”.')
  expect(() => ({ ...store })).toThrow('cannot be spread')
})
