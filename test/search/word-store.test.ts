import type { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'

import { everyPage } from '#usecases/every-page'
import type { WordStore } from '#ports/words'
import type { WordRecord } from '#schemas/search-names'
import { memoryWords } from '#search/memory/words'
import { wordStore } from '#search/store/word-store'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'

const engine = useEngine()
const onEngine = async () =>
  wordStore({ document: engine.client, table: await engine.createTable(), contactSecret: 's' })

const aRecord = (more: Partial<WordRecord> = {}): WordRecord => ({
  kind: 'deal',
  id: 'deal_1',
  at: '2026-12-01T07:00:00.000Z',
  owner: 'anna',
  title: 'Coffee machines',
  about: 'Aurora',
  words: ['coffee', 'machines', 'aurora', '4950123456', '<6543210594'],
  ...more,
})

describe.each([
  ['in the table', onEngine],
  ['in memory', () => Promise.resolve(memoryWords())],
] as const)('words %s', (_, open) => {
  test('find a thing by how each of them begins, and say all of them but ends of numbers', async () => {
    const words = await open()
    await words.keep(aRecord(), undefined)

    expect(await idsBy(words, ['cof', 'coffee', 'aur', '495', '<6543', 'off', '<4950'])).toEqual([
      ['deal_1'],
      ['deal_1'],
      ['deal_1'],
      ['deal_1'],
      ['deal_1'],
      [],
      [],
    ])
    expect((await words.starting({ start: 'cof', limit: 5 })).items).toEqual([
      { ...aRecord(), words: ['coffee', 'machines', 'aurora', '4950123456'], word: 'coffee' },
    ])
  })

  test('come with the word itself first, the newest of each first, page after page', async () => {
    const words = await open()
    const at = (day: number) => `2026-12-0${day}T07:00:00.000Z`
    await words.keep(aRecord({ id: 'deal_1', at: at(1), words: ['coffee'] }), undefined)
    await words.keep(aRecord({ id: 'deal_2', at: at(3), words: ['coffeetable'] }), undefined)
    await words.keep(aRecord({ id: 'deal_3', at: at(2), words: ['coffee'] }), undefined)

    const all = await everyPage(1, (page) => words.starting({ start: 'coffee', ...page }))

    expect(all.map(({ id }) => id)).toEqual(['deal_3', 'deal_1', 'deal_2'])
  })

  test('follow a thing that is called otherwise, and are gone when it is forgotten', async () => {
    const words = await open()
    await words.keep(aRecord(), undefined)
    await words.keep(aRecord({ title: 'Tea', words: ['tea', 'aurora'] }), await words.find('deal', 'deal_1'))

    expect(await idsBy(words, ['coffee', 'tea', 'aurora'])).toEqual([[], ['deal_1'], ['deal_1']])
    expect((await words.starting({ start: 'aurora', limit: 5 })).items[0]?.title).toBe('Tea')
    expect([await words.forget('deal', 'deal_1'), await words.forget('deal', 'deal_1')]).toEqual([true, false])
    expect(await idsBy(words, ['tea', 'aurora'])).toEqual([[], []])
  })

  test('are not written over what somebody else has kept meanwhile', async () => {
    const words = await open()
    await words.keep(aRecord(), undefined)

    expect(await words.keep(aRecord({ words: ['late'] }), undefined)).toBe(false)
    expect(await idsBy(words, ['late', 'coffee'])).toEqual([[], ['deal_1']])
  })
})

test('a deal of five words costs seven write units, one that has not changed none, a new word all of them again', async () => {
  const words = await onEngine()
  const cost = meter(engine.client)

  await words.keep(aRecord(), undefined)
  expect(cost().writeUnits).toBe(7)
  await words.keep(aRecord(), await words.find('deal', 'deal_1'))
  expect(cost()).toEqual({ requests: 1, writeUnits: 0, readUnits: 1 })
  await words.keep(aRecord({ words: [...aRecord().words, 'new'] }), await words.find('deal', 'deal_1'))
  expect(cost().writeUnits).toBe(8)
})

test.each([1, 2, 3])(
  'killed at request %i, whoever comes next leaves what would be there without',
  async (killedAt) => {
    const table = await engine.createTable()
    const whole = wordStore({ document: engine.client, table, contactSecret: 's' })
    await whole.keep(aRecord(), undefined)
    let requests = 0
    const dying = new Proxy(engine.client, {
      get: (client, name) =>
        name === 'send'
          ? (command: PutCommand) =>
              (requests += 1) === killedAt ? Promise.reject(new Error('killed')) : client.send(command)
          : Reflect.get(client, name),
    })
    const change = aRecord({ title: 'Tea', words: ['tea', 'aurora'] })
    const seen = await whole.find('deal', 'deal_1')
    await expect(wordStore({ document: dying, table, contactSecret: 's' }).keep(change, seen)).rejects.toThrow('killed')

    const later = aRecord({ title: 'Cocoa', words: ['cocoa'] })
    expect(await whole.keep(later, await whole.find('deal', 'deal_1'))).toBe(true)

    expect(await idsBy(whole, ['coffee', 'tea', 'aurora', 'cocoa', '495'])).toEqual([[], [], [], ['deal_1'], []])
  },
)

async function idsBy(words: WordStore, starts: readonly string[]): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    starts.map(async (start) => (await words.starting({ start, limit: 10 })).items.map(({ id }) => id)),
  )
}
