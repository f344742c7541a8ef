import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { readTyped } from '#scripts/asked'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }
const ours = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /tsx (\S+\.ts)$/.exec(line)?.[1]
  return file === undefined ? [] : [{ name, file }]
})

test('there are scripts of our own', () => {
  expect(ours.length).toBeGreaterThanOrEqual(9)
})

test.each(ours)('npm run $name says what it takes before it does anything', ({ name, file }) => {
  const text = readFileSync(file, 'utf8')

  expect(text).toMatch(/^(?:const .* = )?asked\(\{/m)
  expect(text).toContain(`npm run ${name}`)
})

describe('what is typed behind a script', () => {
  const wish = {
    usage: 'npm run sample',
    options: {
      keep: 'value',
      lang: ['en', 'ru'],
      check: 'flag',
      width: (width: string) => (Number(width) > 0 ? undefined : 'write a number.'),
    },
    words: (words: readonly string[]) => (words.includes('deals') ? undefined : 'There is no such part.'),
    refuse: ({ keep, check }: { keep?: string; check?: boolean }) =>
      check === true && keep !== undefined ? 'One of the two.' : undefined,
  } as const

  test.each([
    [[], { options: {}, words: [] }],
    [
      ['--lang', 'ru', '--width=390', '--check', 'deals'],
      { options: { lang: 'ru', width: '390', check: true }, words: ['deals'] },
    ],
  ])('is read: %j', (typed, read) => {
    expect(readTyped(wish, typed)).toEqual(read)
  })

  test.each([
    [['--help'], 'help'],
    [['--lang', 'xx', '-h'], 'help'],
    [['--langs', 'ru'], "Unknown option '--langs'."],
    [['--lang', 'xx'], '--lang cannot be “xx”. Choose among: en, ru.'],
    [['--keep'], "Option '--keep <value>' argument missing."],
    [['--keep='], '--keep is empty.'],
    [['--check=yes'], "Option '--check' does not take an argument."],
    [['--width', 'wide'], '--width cannot be “wide”: write a number.'],
    [['--check', '--keep', 'x'], 'One of the two.'],
    [['leads'], 'There is no such part.'],
  ])('is refused, or help is told: %j', (typed, said) => {
    expect(readTyped(wish, typed)).toBe(said)
  })

  test('nothing is taken where nothing was declared', () => {
    expect(readTyped({ usage: 'npm run sample' }, ['now'])).toBe('“now” is not something that can be asked for here.')
  })
})
