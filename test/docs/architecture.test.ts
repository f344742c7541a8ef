import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Schedule } from '#events/schedule'
import { consumers } from '#product/lists/consumers'
import { schedules } from '#product/lists/schedules'

const markdown = readFileSync('docs/architecture.md', 'utf8')

describe('docs/architecture.md', () => {
  test('names every consumer', () => {
    expect(
      rowsUnder('Consumers')
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(consumers.map(({ name }) => `\`${name}\``).toSorted())
  })

  test('names every schedule and when it is due, there and on one machine', () => {
    const told = rowsUnder('Schedules').map(([name, when, locally]) => [name, when, locally].join(' · '))
    const declared = schedules.map(({ name, when, locally }) =>
      [`\`${name}\``, inWords(when), locally === undefined ? '' : inWords(locally)].join(' · '),
    )

    expect(told.toSorted()).toEqual(declared.toSorted())
  })
})

const documents = ['.', 'docs', 'docs/ru', 'docs/decisions'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

test.each(documents)('%s names only folders and files that exist, and links to such', (document) => {
  const text = readFileSync(document, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '')
  const places = /`((?:src|schemas|functions|cdk|bench|scripts|test|docs)\/[^`<*]*)`/g
  const named = [...text.matchAll(places)].map(([, path = '']) => path)
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => join(dirname(document), target))

  // `CODE` and `NNNN` stand for a name.
  const missing = [...named, ...links].filter((path) => !existsSync(path) && !/[A-Z]{4}/.test(path))

  expect(missing).toEqual([])
})

/** The cells of the rows of the first table under a heading. */
function rowsUnder(title: string): readonly (readonly string[])[] {
  const section = markdown.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

function inWords(when: NonNullable<Schedule['locally']>): string {
  if ('everySeconds' in when) return `every ${when.everySeconds} seconds`
  if ('cron' in when) return `\`${when.cron}\``
  return when.everyMinutes === 1 ? 'every minute' : `every ${when.everyMinutes} minutes`
}
