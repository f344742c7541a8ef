import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { runBeside } from '#test/support/run-norma'

const norma = (...words: readonly string[]) => runBeside(words)

function files(tests: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'norma-trial-'))
  writeFileSync(join(folder, 'shop.yaml'), readFileSync('pipelines.yaml'))
  writeFileSync(join(folder, 'shop.test.yaml'), tests)
  return join(folder, 'shop.yaml')
}

const good = 'version: 1\ntests:\n  - { name: Good, deal: { pipeline: b2b_new }, expect: { stage: presentation } }\n'
const bad = good.replace('stage: presentation', 'stage: contract')

describe('norma test', () => {
  test('ends with 0 when all pass, 1 when one fails, has faults or too little was tried, 2 when used wrongly', async () => {
    const file = files(good)
    const codes = await Promise.all([
      norma('test', file),
      norma('test', files(bad)),
      norma('test', files(good.replace('deal:', 'deel:'))),
      norma('test', file, '--min-coverage', '50'),
      norma('test', 'nowhere.yaml'),
      norma('test', file, '--only', 'Nothing of that name'),
    ])

    expect(codes.map(({ code }) => code)).toEqual([0, 1, 1, 1, 2, 2])
    expect(codes[1]?.out).toContain('expected: contract')
    expect(codes[2]?.err).toContain('shop.test.yaml:3:')
    expect(codes[3]?.err).toContain('Less was tried than asked for')
  }, 120_000)
})

describe('norma simulate', () => {
  test('tells the life of a new deal, or what to type instead', async () => {
    const [told, json, wrong, lost] = await Promise.all([
      norma(
        'simulate',
        '--deal',
        'new',
        '--set',
        'client_type=company',
        '--set',
        'repeat_client=no',
        '--at',
        '2026-12-30 17:40',
      ),
      norma('simulate', '--deal', 'new', '--pipeline', 'b2c_repeat', '--set', 'discount=30%', '--format', 'json'),
      norma('simulate', '--deal', 'new', '--set', 'amuont=5'),
      norma('simulate'),
    ])

    expect(told?.out).toContain('given to b2b_hunters')
    expect(told?.out).toContain('the client must be answered by 2027-01-11 10:40 (2 working hours)')
    expect(told?.out).toMatch(
      /Thu 2027-01-14 18:01 {2}! send_deck, step 3 of late_task, given to owner_manager {3}pipelines\.yaml:\d+/,
    )
    expect(told?.out).toContain('The deal is completed')
    const lines = (JSON.parse(json?.out ?? '{}') as { lines: { text: string }[] }).lines.map(({ text }) => text)
    expect(lines.at(-1)).toBe(
      '✗ The gate stops it: discount: at most 20%. head_of_sales may let it pass with a reason.',
    )
    expect([wrong?.code, wrong?.err]).toEqual([2, 'norma: There is no field “amuont”. Did you mean “amount”?\n'])
    expect([lost?.code, lost?.err.includes('--deal new')]).toEqual([2, true])
  }, 120_000)
})
