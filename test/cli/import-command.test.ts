import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

const bin = resolve('bin/norma.mjs')
const folder = mkdtempSync(join(tmpdir(), 'norma-import-'))
/** Deals that can be taken: some before the lines that cannot, and more behind them. */
const taken = { before: 20, behind: 80 }
/** So much is told of lines that cannot be taken that no pipe holds it: the import waits until somebody has read it. */
const faulty = { lines: 300, letters: 1000 }
const rows = taken.before + taken.behind
/** How the first line that cannot be taken is told. */
const told = `deals.csv:${taken.before + 2}: `
const mapping = `
version: 1
inputs:
  - kind: employees
    file: people.csv
    id: id
    name: Name
  - kind: deals
    file: deals.csv
    external_id: No
    title: Title
    owner: Who
    pipeline: { value: b2b_new }
    amount: Sum
    created: Made
`

beforeAll(() => {
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in', 'map.yaml'), mapping)
  writeFileSync(join(folder, 'in', 'people.csv'), 'id,Name\nanna,Anna Orlova\n')
  const good = Array.from({ length: rows }, (_, no) => `x${no + 1},Deal ${no + 1},anna,${no + 1},2026-01-10`)
  const bad = Array.from(
    { length: faulty.lines },
    (_, no) => `y${no},Bad,anna,${'x'.repeat(faulty.letters)},2026-01-10`,
  )
  const lines = [...good.slice(0, taken.before), ...bad, ...good.slice(taken.before)]
  writeFileSync(join(folder, 'in', 'deals.csv'), `No,Title,Who,Sum,Made\n${lines.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the import; `cut` ends it as soon as it has told of a line that was left out: the deals behind them are not begun then. */
async function importInto(data: string, cut?: NodeJS.Signals): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env
  const words = ['import', join(folder, 'in', 'map.yaml'), '--data', join(folder, data)]
  const child = spawn(process.execPath, [bin, ...words], { env: { PATH, HOME }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    // Asked a second time it would end at once.
    if (cut !== undefined && !child.killed && err.includes(told)) child.kill(cut)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

test('an import that is asked to end says how far it came and what was left out, and goes on when it is begun again', async () => {
  const first = await importInto('asked', 'SIGTERM')
  const second = await importInto('asked')
  const third = await importInto('asked')

  expect([first.code, second.code, third.code]).toEqual([3, 1, 1])
  expect(first.err).toContain(told)
  expect(first.err).toContain('goes on from there and makes nothing twice')
  const { made, there, leftOut } = sumIn(second)
  expect([made + there, leftOut]).toEqual([rows, faulty.lines])
  expect(made).toBeGreaterThanOrEqual(1)
  expect(sumIn(third)).toEqual({ made: 0, there: rows, leftOut: faulty.lines })
})

test('what was told of an import that is killed was told, and the next one makes nothing twice', async () => {
  const first = await importInto('killed', 'SIGKILL')
  const second = await importInto('killed')

  expect([first.code, second.code]).toEqual([null, 1])
  expect(first.err).toContain(told)
  const { made, there } = sumIn(second)
  expect({ sum: made + there, said: made + there === rows ? '' : second.out + second.err }).toEqual({
    sum: rows,
    said: '',
  })
  expect(made).toBeGreaterThanOrEqual(taken.behind)
})

/** What the last line on the deals says. */
function sumIn({ out }: Pick<Ended, 'out'>): { made: number; there: number; leftOut: number } {
  const line = out.split('\n').findLast((one) => one.startsWith('deals.csv')) ?? ''
  const count = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(line)?.[1] ?? 0)
  return { made: count('made') + count('begun earlier'), there: count('there already'), leftOut: count('left out') }
}
