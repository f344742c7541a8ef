import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { allKeyLines } from '#product/lists/key-lines'
import { allEnglish } from '#product/lists/words-en'
import { allRussian } from '#product/lists/words-ru'
import { doorsOf, type DoorKind } from '#scripts/doors'

/** What makes a folder of src a room: it has layers of its own. */
const layers = ['usecases', 'events', 'http', 'store']
const rooms = readdirSync('src').filter((room) => layers.some((layer) => existsSync(`src/${room}/${layer}`)))

describe.each(rooms)('the README of %s', (room) => {
  const file = `src/${room}/README.md`
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''

  test('is there, in ten lines or so, with state, what it hears and tells, and what it does by the clock', () => {
    const lines = text
      .trim()
      .split('\n')
      .filter((line) => line !== '')

    expect(text).toContain(`# ${room}\n`)
    expect([lines.length >= 6, lines.length <= 12]).toEqual([true, true])
    for (const said of ['**State:**', '**Hears:**', '**Tells:**', '**By the clock:**']) expect(text).toContain(said)
  })

  test('names every kind of item the room owns', () => {
    expect((allKeyLines[room] ?? []).map(({ item }) => item).filter((item) => !text.includes(item))).toEqual([])
  })

  test('names its consumers and schedules, and nobody else’s', async () => {
    const own = [
      ...(await namesBehind('consumers.ts', 'consumers', room)),
      ...(await namesBehind('schedules.ts', 'schedules', room)),
    ]
    const all = [
      ...(await namesBehind('consumers.ts', 'consumers')),
      ...(await namesBehind('schedules.ts', 'schedules')),
    ]

    expect(own.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
    expect(all.filter((name) => text.includes(`\`${name}\``) && !own.includes(name))).toEqual([])
  })
})

test('every place that says something says it in both languages, by the same keys', () => {
  const keysOf = (all: Readonly<Record<string, object>>) =>
    Object.fromEntries(Object.entries(all).map(([place, said]) => [place, Object.keys(said).toSorted()]))

  expect(Object.keys(allEnglish).length).toBeGreaterThan(4)
  expect(keysOf(allRussian)).toEqual(keysOf(allEnglish))
})

test('there are rooms', () => {
  expect(rooms).toEqual(expect.arrayContaining(['automation', 'notices', 'release', 'reports', 'webhooks', 'workday']))
})

/** What the doors of a kind declare, of one room or of all places. */
async function namesBehind(file: string, exports: string, room?: string): Promise<readonly string[]> {
  const kind: DoorKind = { layer: 'events', file, exports }
  const doors = doorsOf(kind).filter(({ place }) => room === undefined || place === room)
  const declared = await Promise.all(
    doors.map(async ({ specifier }) => {
      const path = resolve(`src/${specifier.slice(1)}.ts`)
      return (
        (await import(/* @vite-ignore */ path)) as Readonly<Record<string, readonly { readonly name: string }[]>>
      )[exports]
    }),
  )
  return declared.flatMap((list) => list ?? []).map(({ name }) => name)
}
