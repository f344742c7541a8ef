import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { check } from '#config/check'
import { manifold } from '#test/support/manifold'
import { heading, median, printTable, spreadOf } from './print'

const example = 'test/fixtures/rules/complete.yaml'
const rounds = 60

/** What checking costs: the example warm, a file ten times its size, and the command line from start to end. */
export async function measureCheck(): Promise<void> {
  const text = readFileSync(example, 'utf8')
  const large = manifold(text, 10)
  heading('Checking a file of rules')
  const small = warm(text)
  const tenfold = warm(large)
  printTable(
    ['what', 'lines', 'median ms', 'least', 'p95', 'budget'],
    [
      [`${example}, warm`, lines(text), small.p50, small.min, small.p95, 'under 20'],
      [
        'ten of it in one, warm',
        lines(large),
        tenfold.p50,
        tenfold.min,
        tenfold.p95,
        `under ${(small.p50 * 10).toFixed(0)}`,
      ],
      ['norma check, start to end', lines(text), ...commandLine(text), 'under 500'],
    ],
  )
  console.log(`\nTen times the size takes ${(tenfold.p50 / small.p50).toFixed(1)} times as long.`)
}

function lines(text: string): string {
  return String(text.split('\n').length - 1)
}

function warm(text: string): ReturnType<typeof spreadOf> {
  for (let round = 0; round < rounds / 2; round += 1) check(text)
  return spreadOf(
    Array.from({ length: rounds }, () => {
      const began = performance.now()
      check(text)
      return performance.now() - began
    }),
  )
}

function commandLine(text: string): readonly [number, number, number] {
  const folder = mkdtempSync(join(tmpdir(), 'norma-bench-'))
  try {
    writeFileSync(join(folder, 'pipelines.yaml'), text)
    const times = Array.from({ length: 12 }, () => {
      const began = performance.now()
      const { status } = spawnSync(process.execPath, [join(process.cwd(), 'bin/norma.mjs'), 'check'], { cwd: folder })
      if (status !== 0) throw new Error(`norma check ended with ${status ?? 'a signal'}.`)
      return performance.now() - began
    }).slice(2)
    return [median(times), Math.min(...times), spreadOf(times).p95]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
