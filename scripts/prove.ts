import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Proof } from '#test/support/proof'

import { asked } from './asked'

/** A part of the proof: what is run, and what of. */
type Step = { readonly name: string; readonly files: readonly string[]; readonly node?: string }

const steps: readonly Step[] = [
  { name: 'fault list', files: ['test/e2e/fault-list.test.ts', 'test/e2e/history.test.ts'] },
  { name: 'kills', files: ['test/e2e/kill.test.ts', 'test/e2e/kills-at-start.test.ts'] },
  { name: 'clock', files: ['test/e2e/clock.test.ts', 'test/e2e/time-model.test.ts'] },
  { name: 'disk and store', files: ['test/e2e/full-disk.test.ts', 'test/e2e/store-stopped.test.ts', 'test/embedded'] },
  { name: 'made-up requests', files: ['test/http/fuzz.test.ts'] },
  { name: 'receivers of webhooks', files: ['test/webhooks/faults.test.ts'] },
  { name: 'old and new rules', files: ['test/release/model.test.ts'] },
  { name: 'Node 24', files: ['test/embedded', 'test/local/open-store.test.ts'], node: '24' },
]
asked({
  usage: `npm run prove

Runs what proves that nothing is lost, doubled or leaked, each at its full length (about a quarter of an hour), and writes
what was found into docs/proof.md. Takes nothing.`,
})
const page = 'docs/proof.md'
const begin = '<!-- npm run prove -->'
const end = '<!-- so far -->'

type Outcome = { readonly step: Step; readonly isRight: boolean; readonly tests: string; readonly seconds: number }

const folder = mkdtempSync(join(tmpdir(), 'norma-prove-'))
const told = join(folder, 'proofs.jsonl')
try {
  process.exitCode = prove() ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Runs every step, prints one table of what was tried and what was found, and keeps it in the documents. */
function prove(): boolean {
  const outcomes = steps.map(run)
  const proofs = existsSync(told)
    ? readFileSync(told, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Proof)
    : []
  const table = [...proofTable(proofs), '', ...stepTable(outcomes)].join('\n')
  console.log(table)
  const text = readFileSync(page, 'utf8')
  const [before = '', rest = ''] = text.split(begin)
  const [, after = ''] = rest.split(end)
  writeFileSync(page, `${before}${begin}\n\n${table}\n\n${end}${after}`)
  const isClean = proofs.every(({ lost, doubled, leaked, wrong }) => lost + doubled + leaked + wrong === 0)
  return isClean && outcomes.every(({ isRight }) => isRight)
}

function run(step: Step): Outcome {
  const began = performance.now()
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', ...step.files, '--reporter=default', '--reporter=json', `--outputFile=${report}`]
  const [program, given] =
    step.node === undefined
      ? [process.execPath, args]
      : ['npx', ['--yes', '--package', `node@${step.node}`, '--', 'node', ...args]]
  console.log(`== ${step.name}: ${step.files.join(' ')}`)
  // Node 24 is there for the contract of the store: what it tells of itself is told by the other steps.
  const proof = step.node === undefined ? { NORMA_PROOF: told } : {}
  const { status } = spawnSync(program, given, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NORMA_RUNS: 'full', ...proof },
  })
  const seconds = Math.round((performance.now() - began) / 1000)
  const { numPassedTests: passed = 0, numFailedTests: failed = 1 } = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests?: number; numFailedTests?: number })
    : {}
  return { step, isRight: status === 0, tests: `${passed} passed, ${failed} failed`, seconds }
}

function proofTable(proofs: readonly Proof[]): readonly string[] {
  const rows = proofs.map(({ proof, tried, lost, doubled, leaked, wrong }) => {
    const counts = Object.entries(tried).map(([kind, count]) => `${kind} ${count}`)
    return `| ${[proof, counts.join(', '), lost, doubled, leaked, wrong].join(' | ')} |`
  })
  return ['| what | tried | lost | doubled | leaked | wrong |', '| --- | --- | --- | --- | --- | --- |', ...rows]
}

function stepTable(outcomes: readonly Outcome[]): readonly string[] {
  const rows = outcomes.map(({ step, tests, seconds }) => `| ${step.name} | ${tests} | ${seconds} s |`)
  const sum = outcomes.reduce((all, { seconds }) => all + seconds, 0)
  const day = new Date().toISOString().slice(0, 10)
  return [
    '| step | tests | time |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `Run on ${day} with Node ${process.version} on ${cpus().length} cores in ${Math.round(sum / 60)} minutes.`,
  ]
}
