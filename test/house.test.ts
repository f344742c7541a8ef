import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

import { describe, expect, test } from 'vitest'

import { circlesIn, importsOf, sourcesIn } from './support/imports'

/**
 * The floors of the house, lowest first. A file imports from its own floor or from one below; on the floor of the rooms each
 * room keeps to itself. What joins rooms stands above them.
 */
const floors: readonly (readonly string[])[] = [
  ['schemas'],
  ['src/ports'],
  ['src/domain'],
  // The workshop's language and the playbook are made of the domain alone, and what is refused is said with their words.
  ['src/config', 'src/playbook', 'src/store', 'src/usecases', 'src/memory', 'src/events', 'src/http', 'src/pages'],
  ['rooms'],
  ['src/workday'],
  ['src/product'],
  [
    'src/embedded',
    'src/trial',
    'src/browser',
    'src/local',
    'src/import',
    'src/pbx',
    'src/demo',
    'src/cli',
    'functions',
    'cdk',
    'bench',
    'scripts',
  ],
]
/** Whatever else stands below src is a room. */
const rooms = readdirSync('src').filter((name) => !floors.flat().includes(`src/${name}`))
const layers = [
  'domain',
  'usecases',
  'store',
  'memory',
  'events',
  'http',
  'pages',
  'words',
  'cli',
  'config',
  'adapters',
]

const files = sourcesIn(['schemas', 'src', 'functions', 'cdk', 'bench', 'scripts'])
const imports = importsOf(files)

describe('the house', () => {
  test('has a floor for every file', () => {
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([])
  })

  test('has no import that runs up', () => {
    const up = arrows().filter(([from, to]) => floorOf(to) > floorOf(from))

    expect(up.map(([from, to]) => `${from} → ${to}`)).toEqual([])
  })

  test('has no room that knows another', () => {
    const across = arrows().filter(([from, to]) => {
      const [one, other] = [roomOf(from), roomOf(to)]
      return one !== undefined && other !== undefined && one !== other
    })

    expect(across.map(([from, to]) => `${from} → ${to}`)).toEqual([])
  })

  test('has no circle of imports, between rooms or inside them', () => {
    expect(circlesIn(imports).map((circle) => circle.join(' → '))).toEqual([])
  })

  test('has no folder with more than 40 files side by side', () => {
    const crowded = [...countedByFolder([...files, ...sourcesIn(['test'])])].filter(([, count]) => count > 40)

    expect(crowded).toEqual([])
  })

  test('has the same layers in every room', () => {
    const strange = rooms.flatMap((room) =>
      readdirSync(`src/${room}`, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() && !layers.includes(entry.name) ? [`src/${room}/${entry.name}`] : [],
      ),
    )

    expect(strange).toEqual([])
  })

  test('tells of an import that runs up, and of a circle', () => {
    const planted = new Map([
      ['src/domain/a.ts', ['src/store/b.ts']],
      ['src/store/b.ts', ['src/store/c.ts']],
      ['src/store/c.ts', ['src/store/b.ts']],
    ])

    expect(floorOf('src/store/b.ts')).toBeGreaterThan(floorOf('src/domain/a.ts'))
    expect(circlesIn(planted)).toEqual([['src/store/b.ts', 'src/store/c.ts', 'src/store/b.ts']])
  })
})

function countedByFolder(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const file of all) {
    const folder = dirname(file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return counts
}

function arrows(): readonly (readonly [from: string, to: string])[] {
  return [...imports].flatMap(([from, all]) => all.map((to) => [from, to] as const))
}

function floorOf(file: string): number {
  const place = roomOf(file) === undefined ? file : 'rooms'
  return floors.findIndex((places) => places.some((one) => place === one || place.startsWith(`${one}/`)))
}

function roomOf(file: string): string | undefined {
  return rooms.find((room) => file.startsWith(`src/${room}/`))
}
