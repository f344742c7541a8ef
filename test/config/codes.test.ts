import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { checkCodes, liveCodes } from '#config/codes'
import { formatPretty } from '#config/format-diagnostics'
import { allCodes, pageOf } from '#config/pages/pages'
import { showCodes, showPage } from '#config/pages/show-page'

const folder = 'test/config/fixtures/codes'
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8')

describe.each(checkCodes)('%s', (code) => {
  test('the good file has no fault', () => {
    expect(check(read(`${code}.good.yaml`)).diagnostics).toEqual([])
  })

  test.each(['en', 'ru'] as const)(
    'the bad file has this fault and no other, as the golden file tells it (%s)',
    async (lang) => {
      const text = read(`${code}.bad.yaml`)

      const { diagnostics } = check(text, { lang })

      expect(diagnostics.map((found) => found.code)).toEqual([code])
      const told = `${formatPretty(diagnostics, text, `${code}.bad.yaml`, { colour: false, lang })}\n`
      await expect(told).toMatchFileSnapshot(`fixtures/codes/${code}.${lang}.txt`)
    },
  )

  test('the page’s example is what the bad file has and the good one has not', () => {
    const { before, after } = pageOf(code, 'en')
    const good = read(`${code}.good.yaml`)

    expect(good.split(after)).toHaveLength(2)
    expect(good.replace(after, () => before)).toBe(read(`${code}.bad.yaml`))
  })

  test('what is told says what to do', () => {
    const [found] = check(read(`${code}.bad.yaml`)).diagnostics

    expect(found?.help).toBeTruthy()
  })
})

test('every file beside these belongs to a code', () => {
  const known = new Set(
    checkCodes.flatMap((code) => ['good.yaml', 'bad.yaml', 'en.txt', 'ru.txt'].map((end) => `${code}.${end}`)),
  )

  expect(readdirSync(folder).filter((name) => !known.has(name))).toEqual([])
})

test('every code of the language’s description is one that can be reported', () => {
  const path = '../shared/language.md'
  const checks = existsSync(path) ? (/## Checks\n([\s\S]*?)\n## /.exec(readFileSync(path, 'utf8'))?.[1] ?? '') : ''
  const lists = checks.split('\n* ').slice(1).join('\n').split('Output formats')[0] ?? ''
  const spread = lists.replace(/unknown-\{([^}]*)\}/g, (_, kinds: string) =>
    kinds
      .split(',')
      .map((kind) => `unknown-${kind.trim()}`)
      .join(', '),
  )
  const words = spread.match(/\b[a-z]+(?:-[a-z]+)+\b|\bgap\b|\bunused\b/g) ?? []
  const prose = new Set(['yaml-'])

  expect(words.filter((word) => !prose.has(word) && !allCodes.some((code) => code === word))).toEqual([])
})

describe('pages', () => {
  test('every code has a page of its own in both languages', () => {
    for (const lang of ['en', 'ru'] as const) {
      const titles = allCodes.map((code) => pageOf(code, lang).title)

      expect(new Set(titles).size).toBe(allCodes.length)
    }
    expect(allCodes).toEqual([...checkCodes, ...liveCodes])
  })

  test('a page in Russian is Russian in every part, in the words of people', () => {
    for (const code of allCodes) {
      const { title, means, why, mend } = pageOf(code, 'ru')

      for (const part of [title, means, why, mend]) expect(part).toMatch(/[а-яё]{3}/i)
      for (const part of [means, why, mend]) expect(part).not.toMatch(/[“”]/)
    }
  })

  test('a page tells what, why and how, with the lines before and after', () => {
    expect(showPage('unknown-role', 'en')).toBe(
      [
        'unknown-role – A role that is not declared',
        '',
        'What it means',
        '  Responsible is the owner, the owner_manager or a role from the section “roles”; this name is none',
        '  of them.',
        '',
        'Why it matters',
        '  The task would have nobody.',
        '',
        'How to mend it',
        '  Take the role that is offered, or declare it: a line “id: what people call it” under “roles”.',
        '',
        'Before',
        '    by: layer',
        '',
        'After',
        '    by: lawyer',
        '',
      ].join('\n'),
    )
  })

  test('the list has a line a code', () => {
    expect(showCodes('ru').trimEnd().split('\n')).toHaveLength(allCodes.length)
  })
})

describe('in Russian', () => {
  const sentences = checkCodes.flatMap((code) =>
    check(read(`${code}.bad.yaml`), { lang: 'ru' }).diagnostics.flatMap(({ message, help }) => [message, help ?? '']),
  )

  test('no sentence is left in English, and quotes are Russian', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[а-яё]{2}/i)
      expect(sentence).not.toMatch(/[“”]/)
    }
  })
})
