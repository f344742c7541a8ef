import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { localeLang } from '#cli/environment'
import { currentFile } from '#test/config/base-file'
import { runNorma } from '#test/support/run-norma'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
const faulty = currentFile.replace('by: lawyer', 'by: layer')
const unused = currentFile.replace('hunters: Hunters', 'hunters: Hunters\n  cook: Cook')
beforeEach(() => {
  writeFileSync(folder.path('pipelines.yaml'), currentFile)
  writeFileSync(folder.path('faulty.yaml'), faulty)
  writeFileSync(folder.path('unused.yaml'), unused)
})

function check(words: readonly string[], more: Omit<Parameters<typeof runNorma>[1], 'cwd'> = {}) {
  return runNorma(['check', ...words], { ...more, cwd: folder.path('') })
}

describe('how a check ends', () => {
  test('0 when there is no fault; without a name it is pipelines.yaml that is checked', () => {
    expect(check([])).toEqual({ code: 0, out: 'pipelines.yaml: no faults.\n', err: '' })
  })

  test('1 when there are faults, which are told on standard output', () => {
    const { code, out, err } = check(['faulty.yaml'])

    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('error[unknown-role] There is no role “layer”.')
  })

  test('warnings are fine until there are more than were allowed', () => {
    expect(check(['unused.yaml']).code).toBe(0)
    expect(check(['unused.yaml', '--max-warnings', '1']).code).toBe(0)
    expect(check(['unused.yaml', '--max-warnings', '0']).code).toBe(1)
  })

  test.each([
    [['nowhere.yaml'], 'There is no file nowhere.yaml.'],
    [['.'], 'is a folder'],
    [['--format', 'prety'], 'Did you mean “pretty”?'],
    [['--format', 'sarif='], 'Say where to'],
    [['--format', 'json', '--format', 'sarif'], 'Write one to a file'],
    [['--max-warnings', 'few'], 'takes a number'],
    [['--lang', 'fr'], '--lang takes en or ru'],
  ])('2 when it is used wrongly: %j', (words, sentence) => {
    const { code, out, err } = check(words)

    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})

test('several forms come of one run, one of them printed', () => {
  const { code, out } = check([
    'faulty.yaml',
    '--format',
    'compact',
    '--format',
    'sarif=reports/a.sarif',
    '--format',
    'junit=b.xml',
  ])

  expect(code).toBe(1)
  expect(out.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(readFileSync(folder.path('reports/a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  expect(readFileSync(folder.path('b.xml'), 'utf8')).toContain('<testsuites')
})

test('a text comes from standard input under the name it is given', () => {
  const { code, out } = check(['-', '--stdin-filename', 'draft.yaml', '--format', 'compact'], { input: faulty })

  expect(code).toBe(1)
  expect(out).toMatch(/^draft\.yaml:\d+:\d+: error\[unknown-role\]/)
})

describe('surroundings', () => {
  test('colours come with FORCE_COLOR only where there is no terminal, and never into a file', () => {
    const escape = String.fromCodePoint(27)
    const words = ['faulty.yaml', '--format', 'pretty', '--format', 'pretty=plain.txt']

    expect(check(words).out).not.toContain(escape)
    expect(check(words, { env: { FORCE_COLOR: '1' } }).out).toContain(escape)
    expect(readFileSync(folder.path('plain.txt'), 'utf8')).not.toContain(escape)
  })

  test('messages are in the language of the locale, unless another one is asked for', () => {
    const env = { LANG: 'ru_RU.UTF-8' }

    expect(check(['faulty.yaml'], { env }).out).toContain('Нет роли «layer».')
    expect(check(['faulty.yaml', '--lang', 'en'], { env }).out).toContain('There is no role “layer”.')
  })

  test.each([
    [{ LC_ALL: 'ru_RU.UTF-8', LANG: 'en_GB.UTF-8' }, 'ru'],
    [{ LC_MESSAGES: 'en_US', LANG: 'ru_RU' }, 'en'],
    [{ LC_ALL: '', LANG: 'ru' }, 'ru'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'run_AWAY' }, 'en'],
    [{ LANGUAGE: 'ru', LANG: 'en_US.UTF-8' }, 'ru'],
    [{ LANGUAGE: 'be:ru:en', LANG: 'be_BY.UTF-8' }, 'ru'],
    [{ LANGUAGE: 'en', LC_ALL: 'ru_RU.UTF-8' }, 'en'],
    [{ LANGUAGE: 'ru', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'RU_ru.utf8' }, 'ru'],
    [{}, 'en'],
  ] as const)('%j asks for %s', (env, lang) => {
    expect(localeLang(env)).toBe(lang)
  })
})
