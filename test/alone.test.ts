import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { lookFor } from '#test/support/real-data'
import { everyFile, waysOut, waysOutOf } from '#test/support/ways-out'

/** The only ways out: to the real data, and an address that must be refused. This file is planted with others. */
const allowed = [
  'test/support/real-data.ts ../shared/data',
  '.ci/run ../shared/data',
  'test/notifications/safe-fetch.test.ts file:///etc/passwd',
]

describe('a clone alone is whole', () => {
  test('nothing in the repository leads out of it', () => {
    expect(waysOut(['test/alone.test.ts'], allowed)).toEqual([])
  })

  test('sources, tests, benches, scripts, documents and settings are looked at', () => {
    const files = everyFile()

    expect(files.length).toBeGreaterThan(1_000)
    for (const file of ['README.md', '.ci/run', '.oxlintrc.json', 'package.json', 'bench/run.ts', 'scripts/tour.ts'])
      expect(files).toContain(file)
    for (const file of ['src/cli/main.ts', 'docs/import.md', 'examples/import/maven.yaml', 'vitest.config.ts'])
      expect(files).toContain(file)
  })

  test.each([
    [
      'a file beside the repository',
      'test/cli/a.test.ts',
      "readFileSync('../shared/examples/a.yaml')",
      '../shared/examples/a.yaml',
    ],
    ['the same in a template', 'bench/a.ts', '`../shared/examples/${name}`', '../shared/examples/'],
    [
      'a file read in the root, by a path from its own',
      'test/cli/a.ts',
      "readFileSync('../../README.md')",
      '../../README.md',
    ],
    ['an import from above', 'src/a.ts', "import { a } from '../../elsewhere/a'", '../../elsewhere/a'],
    ['a word in a comment', 'src/a.ts', '// as ../shared/a.md says', '../shared/a.md'],
    ['a mapping', 'examples/import/a.yaml', 'folder: ../../../data/a', '../../../data/a'],
    ['a link', 'docs/ru/a.md', '[a](../../../a.md)', '../../../a.md'],
    ['a setting', 'knip.json', '{ "project": ["../other/src.ts"] }', '../other/src.ts'],
    ['a step up by join', 'scripts/a.ts', "join(process.cwd(), '..', 'shared')", "join(process.cwd(), '..'"],
    ['a folder of somebody', 'docs/a.md', 'See /home/anna/norma/a.md.', '/home/anna/norma/a.md.'],
    ['a folder of a machine', 'test/a.ts', "const data = '/work/data'", '/work/data'],
    ['a place of a system', 'test/a.ts', "'C:\\Users\\anna'", 'C:\\Users\\anna'],
    ['an address of a file', 'test/a.ts', "'file:///tmp/a'", 'file:///tmp/a'],
    ['the folder of whoever runs it', 'scripts/a.sh', 'cp ~/data/a .', '~/data/a'],
  ])('%s is a way out', (_, file, line, what) => {
    expect(waysOutOf(file, `first line\n${line}\n`)).toEqual([{ file, line: 2, what }])
  })

  test.each([
    ['a link within the documents', 'docs/ru/a.md', '[a](../../examples/pipelines.ru.yaml)'],
    ['a folder beside a file', 'docs/import.md', 'folder: ../exports'],
    ['the address of an operation', 'src/http/a.ts', "ask('GET', '/deals/deal_1')"],
    ['a pattern', '.oxlintrc.json', '"group": ["../*", "../**"]'],
    ['an address on the web', 'docs/a.md', 'https://example.org/home/a and example.org/tmp/b'],
    ['an import of a neighbour', 'test/cli/a.ts', "import { a } from '../a'"],
  ])('%s is none', (_, file, line) => {
    expect(waysOutOf(file, line)).toEqual([])
  })
})

describe('real data', () => {
  const at =
    (...places: readonly string[]) =>
    (path: string) =>
      places.some((place) => path.endsWith(place))

  test('is looked for in the folder that is named, else beside the repository', () => {
    const beside = lookFor('maven-crm', { named: undefined, exists: at('shared/data/maven-crm/truth.json') })
    const named = lookFor('maven-crm', { named: '/data', exists: at('/data/maven-crm/truth.json') })

    expect(beside).toEqual({ folder: expect.stringMatching(/shared.data.maven-crm$/), missing: undefined })
    expect(named).toEqual({ folder: expect.stringMatching(/data.maven-crm$/), missing: undefined })
  })

  test('that is missing is missing for a reason that says where it was looked for', () => {
    const nowhere = { exists: () => false }

    expect(lookFor('maven-crm', { ...nowhere, named: 'elsewhere' }).missing).toBe(
      'NORMA_DATA names elsewhere, where there is no maven-crm/truth.json',
    )
    for (const named of [undefined, ''])
      expect(lookFor('maven-crm', { ...nowhere, named }).missing).toBe(
        'NORMA_DATA names no folder, and the usual one is ../shared/data, where there is no maven-crm/truth.json',
      )
  })

  test('that lies elsewhere is not looked for beside the repository as well', () => {
    const { missing } = lookFor('maven-crm', { named: 'elsewhere', exists: at('shared/data/maven-crm/truth.json') })

    expect(missing).toBeDefined()
  })

  test('is asked for in one place', () => {
    const asking = everyFile().filter(
      (file) => /\.(ts|mjs)$/.test(file) && /NORMA_DATA/.test(readFileSync(file, 'utf8')),
    )

    expect(asking.toSorted()).toEqual(['src/cli/environment.ts', 'test/alone.test.ts', 'test/support/real-data.ts'])
  })
})
