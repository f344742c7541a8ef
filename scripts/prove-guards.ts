import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { guards as all, type Guard } from '#test/support/guards'

import { asked } from './asked'

/** All of them, or those whose names have the words that were typed. */
const typed = asked({
  usage: `npm run prove:guards [-- WORDS]

Takes each guard away in a copy of the sources, and tells whether its test notices.
  WORDS   only the guards whose names have them`,
  words: (words) =>
    all.some(({ name }) => name.includes(words.join(' ')))
      ? undefined
      : `No guard has “${words.join(' ')}” in its name. There are:\n${all.map(({ name }) => `  ${name}`).join('\n')}`,
}).words.join(' ')
const guards = all.filter(({ name }) => name.includes(typed))

/** What a run of tests came to; a file that cannot even be loaded has no failed tests. */
type Outcome = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

const left = new Set(['node_modules', 'dist', 'cdk.out', '.git'])
const report = 'guards.json'

const folder = mkdtempSync(join(tmpdir(), 'norma-guards-'))
try {
  copyInto(folder)
  process.exitCode = prove() ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function copyInto(to: string): void {
  for (const name of readdirSync('.')) if (!left.has(name)) cpSync(name, join(to, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(to, 'node_modules'))
}

/** With every guard in place all these tests pass, or a failure without one would say nothing. */
function prove(): boolean {
  const files = [...new Set(guards.map(({ test }) => test))]
  const whole = runTests(files, guards.map(({ named }) => named).join('|'))
  console.log(`with every guard: ${whole.numPassedTests} passed, ${whole.numFailedTests} failed`)
  if (whole.numFailedTests > 0 || whole.numPassedTests < guards.length) {
    tellFailures(whole)
    return false
  }
  const results = guards.map((guard) => ({ guard, isCaught: isCaught(guard) }))
  const width = Math.max(...guards.map(({ name }) => name.length))
  for (const { guard, isCaught: was } of results) {
    console.log(`${guard.name.padEnd(width)} | ${guard.test} | ${was ? 'caught' : 'NOT CAUGHT'}`)
  }
  return results.every(({ isCaught: was }) => was)
}

/** Which tests failed, and why: without a word about it nobody knows whether a guard or a test is wrong. */
function tellFailures({ testResults }: Outcome): void {
  for (const { name, message, assertionResults } of testResults) {
    if (message !== '') console.log(`${name}: ${message}`)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') console.log(`${fullName}: ${failureMessages.join('\n')}`)
  }
}

function isCaught({ file, from, to, test, named }: Guard): boolean {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(from).length !== 2) throw new Error(`${file} does not have the guard exactly once: ${from}`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  const { numFailedTests } = runTests([test], named)
  writeFileSync(path, text)
  return numFailedTests > 0
}

function runTests(files: readonly string[], named: string): Outcome {
  rmSync(join(folder, report), { force: true })
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  const output = ['--reporter=json', `--outputFile=${report}`]
  spawnSync(process.execPath, [vitest, 'run', ...files, '-t', named, ...output], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NORMA_RUNS: 'full' },
  })
  return JSON.parse(readFileSync(join(folder, report), 'utf8')) as Outcome
}
