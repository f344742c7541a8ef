import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { allKeyLines } from '#product/lists/key-lines'
import { personalDoors } from '#product/lists/personal-doors'
import type { Key, KeyLine } from '#store/key'

import { doorsOf } from '#scripts/doors'
import { begins, clashes, indexBeginnings } from '#scripts/key-prefix'
import { personalFaults } from '#scripts/personal-data'

const everyLine = Object.values(allKeyLines).flat()
const line = (pk: string, sk: string, more: Partial<KeyLine> = {}): KeyLine => ({
  item: `${pk} ${sk}`,
  pk,
  sk,
  question: 'What is there?',
  ...more,
})

describe('the keys of the one table', () => {
  test('belong to one kind of item each', () => {
    expect(everyLine.length).toBeGreaterThan(30)
    expect(clashes(everyLine)).toEqual([])
  })

  test.each([
    [line('D#{deal}', 'E#{version}'), line('D#{talk}', 'E#{no}')],
    [line('D#{deal}', '{what}'), line('D#{deal}', 'E#{version}')],
    [line('S#', 'company'), line('S#', '{name}')],
    [line('TG#{period}', '{row}'), line('TG#every', '{row}')],
    [line('S#', 'company'), line('S#', 'company')],
  ])('that could be the same are found: %o and %o', (one, other) => {
    expect(clashes([one, other])).toHaveLength(1)
    expect(clashes([other, one])).toHaveLength(1)
  })

  test.each([
    [line('D#{deal}', '#'), line('D#{deal}', '#F')],
    [line('D#{deal}', 'E#{version}'), line('DC#{document}', 'E#{version}')],
    [line('RS#{shelf}', 'P'), line('RS#{shelf}', 'P#{rev}')],
    [line('TG#{period}', '{row}'), line('TG#~every', '{row}')],
  ])('that never are the same are no clash: %o and %o', (one, other) => {
    expect(clashes([one, other])).toEqual([])
  })

  test('of the indexes begin otherwise in every room', () => {
    const all = Object.values(allKeyLines).flatMap((lines) => [...new Set(lines.flatMap(indexBeginnings))])

    expect(all).toContain('DUE#')
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([])
  })

  test.each(
    doorsOf({ layer: 'store', file: 'keys.ts', exports: 'keys' }).map(({ place, specifier }) => [place, specifier]),
  )('are built as %s declares them', async (place, specifier) => {
    const file = resolve(`src/${specifier.slice(1)}.ts`)
    const { keys } = (await import(/* @vite-ignore */ file)) as {
      readonly keys: Readonly<Record<string, (...parts: readonly unknown[]) => Key>>
    }
    const declared = (allKeyLines[place] ?? []).flatMap(begins)
    const built = Object.entries(keys).map(([name, build]) => ({
      name,
      key: build('a', 'a:1~b', { rev: 1, made: 'c', no: 2 }),
    }))
    const isDeclared = ({ key }: { readonly key: Key }) =>
      declared.some(({ pk, sk }) => fits(key.pk, pk) && fits(key.sk, sk))

    expect(built.length).toBeGreaterThan(0)
    expect(built.filter((one) => !isDeclared(one)).map(({ name, key }) => [name, key])).toEqual([])
  })
})

function fits(key: string, { text, isWhole }: { readonly text: string; readonly isWhole: boolean }): boolean {
  return isWhole ? key === text : key.startsWith(text)
}

describe('personal data of clients', () => {
  const kept = { talks: [line('TK#{talk}', '#', { item: 'talk', personal: 'the number that called' })] }

  test('is answered for by whoever keeps it', () => {
    expect(personalFaults(allKeyLines, personalDoors)).toEqual([])
  })

  test('in a room without a door is found', () => {
    expect(personalFaults(kept, {}, {})).toEqual([expect.stringContaining('src/talks/clients.ts')])
    expect(personalFaults(kept, { talks: { places: ['call'] } }, {})).toEqual([
      expect.stringContaining('talks keeps personal data in “talk”'),
      expect.stringContaining('names “call”'),
    ])
    expect(personalFaults(kept, { talks: { places: ['talk'] } }, {})).toEqual([])
  })

  test('an excuse that nobody needs any more is found', () => {
    expect(personalFaults(kept, { talks: { places: ['talk'] } }, { talks: 'Later.' })).toEqual([
      expect.stringContaining('needs no excuse'),
    ])
  })
})
