import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { baseFile } from '#test/config/base-file'
import { runNorma } from '#test/support/run-norma'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
const untidy = baseFile.replace('        do: Call\n        by: owner\n', '        by:   owner\n        do: Call\n')
const faulty = baseFile
  .replace('by: lawyer', 'responsible: lаwyer')
  .replace('do: Deliver', 'do: Deliver\n        when: { score: mroe than 5 }')

beforeEach(() => {
  writeFileSync(folder.path('pipelines.yaml'), untidy)
  writeFileSync(folder.path('faulty.yaml'), faulty)
})

const norma = (words: readonly string[], input = '') => runNorma(words, { cwd: folder.path(''), input })
const read = (name: string): string => readFileSync(folder.path(name), 'utf8')

describe('norma fmt', () => {
  test('says which file is not in form, puts it into form, and then has nothing to do', () => {
    expect(norma(['fmt', '--check'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('not in the canonical form'),
    })
    expect(read('pipelines.yaml')).toBe(untidy)

    expect(norma(['fmt'])).toMatchObject({ code: 0, out: 'pipelines.yaml: formatted.\n' })

    expect(read('pipelines.yaml')).toContain('        do: Call\n        by: owner\n')
    expect(norma(['fmt', '--check'])).toMatchObject({ code: 0, out: 'pipelines.yaml: nothing to do.\n' })
  })

  test('prints instead of writing when asked to, and for standard input', () => {
    const printed = norma(['fmt', '--stdout'])

    expect(printed.code).toBe(0)
    expect(read('pipelines.yaml')).toBe(untidy)
    expect(norma(['fmt', '-'], untidy).out).toBe(printed.out)
  })

  test('leaves a file alone that cannot be followed, and says where', () => {
    writeFileSync(folder.path('open.yaml'), 'version: [1\n')

    const { code, err } = norma(['fmt', 'open.yaml'])

    expect([code, read('open.yaml')]).toEqual([1, 'version: [1\n'])
    expect(err).toContain('open.yaml:1:10: yaml-syntax The “[” that is opened here is not closed.')
  })
})

describe('norma fix', () => {
  test('tells what it would change without changing it', () => {
    const { code, out } = norma(['fix', '--dry-run', 'faulty.yaml'])

    expect(code).toBe(1)
    expect(out).toContain('responsible → by  [unknown-key]')
    expect(out).toContain('lаwyer → lawyer  [lookalike-letter]')
    expect(read('faulty.yaml')).toBe(faulty)
  })

  test('changes what is certain and says how many faults are left', () => {
    const { code, out } = norma(['fix', 'faulty.yaml'])

    expect(code).toBe(1)
    expect(out.trimEnd().split('\n').at(-1)).toBe('faulty.yaml: 2 places put right; 1 fault is left, see norma check.')
    expect(read('faulty.yaml')).toContain('by: lawyer\n')
  })
})
