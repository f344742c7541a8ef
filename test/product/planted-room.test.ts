import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'norma-planted-'))
const lists = 'src/product/lists'
const tsconfig = JSON.stringify({ extends: './tsconfig.json', include: ['schemas', 'src', 'functions', 'cdk'] })

/** A house of its own to plant in: others look at this one at the same time. */
beforeAll(() => {
  const taken = ['src', 'schemas', 'scripts', 'functions', 'cdk', 'package.json', 'tsconfig.json', '.oxlintrc.json']
  for (const path of taken) cpSync(path, join(root, path), { recursive: true })
  mkdirSync(join(root, 'docs'))
  writeFileSync(join(root, 'tsconfig.planted.json'), tsconfig)
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  run('scripts/new-capability.ts', 'call-backs')
  run('scripts/generate.ts')
}, 300_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a room that is planted', () => {
  test.each([
    ['operations.ts', '#call-backs/http/operations'],
    ['described.ts', '#call-backs/http/described'],
    ['examples.ts', '#call-backs/http/examples'],
    ['consumers.ts', '#call-backs/events/consumers'],
    ['schedules.ts', '#call-backs/events/schedules'],
    ['pages.ts', '#call-backs/pages/pages.tsx'],
    ['key-lines.ts', '#call-backs/store/keys'],
    ['words-en.ts', '#call-backs/words/en'],
    ['words-ru.ts', '#call-backs/words/ru'],
  ])('stands in %s by generating alone', (list, specifier) => {
    expect(textOf(`${lists}/${list}`)).toContain(`from '${specifier}'`)
  })

  test('is in the description of the interface, and its keys are on the page of all keys', () => {
    const { paths } = JSON.parse(textOf('schemas/generated/openapi.json')) as {
      readonly paths: Record<string, unknown>
    }

    expect(Object.keys(paths)).toContain('/call-backs')
    expect(textOf('docs/keys.md')).toContain('`CALLBACKS#{deal}`')
  })

  test('compiles with everything that reads the lists, and lints', () => {
    expect(fails('tsc', '--noEmit', '-p', 'tsconfig.planted.json')).toBe('')
    expect(fails('oxlint', '--deny-warnings', 'src/call-backs', lists)).toBe('')
  }, 300_000)

  test('publishes what its keys say is told, and nothing before; answers for personal data by a door that is found where it stands', () => {
    const keys = join(root, 'src/call-backs/store/keys.ts')
    const door = join(root, 'src/call-backs/clients.ts')
    expect(textOf(`${lists}/told-prefixes.ts`)).not.toContain('CALLBACKS#')
    expect(textOf(`${lists}/personal-doors.ts`)).not.toContain('callBacks')

    writeFileSync(keys, readFileSync(keys, 'utf8').replace("sk: '#',", "sk: '#', told: true,"))
    writeFileSync(
      door,
      "import type { PersonalDoor } from '#ports/personal'\n\nexport const clients = {} as PersonalDoor\n",
    )
    run('scripts/generate.ts')

    expect(textOf(`${lists}/told-prefixes.ts`)).toContain("{ pk: 'CALLBACKS#', sk: '#' }")
    expect(textOf(`${lists}/personal-doors.ts`)).toContain('callBacks: callBacksClients')
  }, 120_000)

  test('that exports something else than its door must is named', () => {
    const door = join(root, 'src/call-backs/http/operations.ts')
    const text = readFileSync(door, 'utf8')
    writeFileSync(door, text.replace('export const operations', 'export const others'))

    expect(fails('tsx', 'scripts/generate.ts')).toContain(
      'src/call-backs/http/operations.ts has to export `operations`',
    )

    writeFileSync(door, text)
  }, 120_000)

  test('that was forgotten, a list that is missing and one that is made of nothing are named', () => {
    rmSync(join(root, 'src/call-backs'), { recursive: true })
    rmSync(join(root, lists, 'pieces.ts'))
    writeFileSync(join(root, lists, 'stray.ts'), 'export const stray = []\n')

    const said = fails('tsx', 'scripts/generate.ts', '--check')

    expect(said).toContain(`${lists}/consumers.ts differs`)
    expect(said).toContain(`${lists}/pieces.ts is missing`)
    expect(said).toContain(`${lists}/stray.ts is made of nothing any more`)
    run('scripts/generate.ts')
    expect(existsSync(join(root, lists, 'stray.ts'))).toBe(false)
    expect(textOf(`${lists}/consumers.ts`)).toBe(readFileSync(`${lists}/consumers.ts`, 'utf8'))
    expect(textOf('schemas/generated/openapi.json')).toBe(readFileSync('schemas/generated/openapi.json', 'utf8'))
  }, 120_000)

  test('whose name is none, or is taken, is refused with what to write', () => {
    expect(fails('tsx', 'scripts/new-capability.ts', 'Call Backs')).toContain('small letters, words joined by dashes')
    expect(fails('tsx', 'scripts/new-capability.ts', 'reports')).toContain('src/reports is there already')
  }, 120_000)
})

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function run(script: string, ...more: readonly string[]): void {
  execFileSync('node_modules/.bin/tsx', [script, ...more], { cwd: root, stdio: 'pipe' })
}

/** What a command says when it fails; nothing when it does not. */
function fails(command: string, ...more: readonly string[]): string {
  try {
    execFileSync(`node_modules/.bin/${command}`, more, { cwd: root, stdio: 'pipe', encoding: 'utf8' })
    return ''
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string }
    return `${stdout}${stderr}` || String(error)
  }
}
