import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { checkCodes, liveCodes } from '#config/codes'
import { formatPretty } from '#config/format-diagnostics'
import { allCodes, pageOf } from '#config/pages/pages'
import { showCodes, showPage } from '#config/pages/show-page'

const folder = 'test/config/fixtures/codes'
/** A day by which calendars that know 2026 and 2027 are not behind. */
const today = '2026-11-29'
const dated = (code: string) => (code === 'calendar-behind' ? { today } : {})
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8')

describe.each(checkCodes)('%s', (code) => {
  test('the good file has no fault', () => {
    expect(check(read(`${code}/good.yaml`), dated(code)).diagnostics).toEqual([])
  })

  test.each(['en', 'ru'] as const)(
    'the bad file has this fault and no other, as the golden file tells it (%s)',
    async (lang) => {
      const text = read(`${code}/bad.yaml`)

      const { diagnostics } = check(text, { lang, ...dated(code) })

      expect(diagnostics.map((found) => found.code)).toEqual([code])
      const told = `${formatPretty(diagnostics, text, `${code}.bad.yaml`, { colour: false, lang })}\n`
      await expect(told).toMatchFileSnapshot(`fixtures/codes/${code}/${lang}.txt`)
    },
  )

  test('the page’s example is what the bad file has and the good one has not', () => {
    const { before, after } = pageOf(code, 'en')
    const good = read(`${code}/good.yaml`)

    expect(good.split(after)).toHaveLength(2)
    expect(good.replace(after, () => before)).toBe(read(`${code}/bad.yaml`))
  })

  test('what is told says what to do', () => {
    const [found] = check(read(`${code}/bad.yaml`), dated(code)).diagnostics

    expect(found?.help).toBeTruthy()
  })
})

test('every file beside these belongs to a code', () => {
  const kinds = ['bad.yaml', 'en.txt', 'good.yaml', 'ru.txt']

  expect(readdirSync(folder).toSorted()).toEqual([...checkCodes].toSorted())
  for (const code of checkCodes) expect(readdirSync(`${folder}/${code}`).toSorted()).toEqual(kinds)
})

/** The codes that the language promises: scripts that read what a check tells go by these names. */
const promised = `
yaml-syntax yaml-subset missing-space text-cut lookalike-letter duplicate-key unknown-key missing-key
unknown-value bad-id ambiguous-duration iso-duration bad-duration one-action unknown-role unknown-stage
unknown-field unknown-option unknown-pipeline unknown-escalation unknown-anchor unknown-event unknown-axis
bad-comparison never-true always-true missing-percent task-cycle won-after stage-twice change-unused
skip-last gate-needs-unfillable no-catch-all gap no-otherwise move-stopped automation-loop ladder-order
due-after-max-age stage-without-task holiday-on-weekend calendar-ends moved-cycle unused role-empty
stage-in-use pipeline-in-use role-in-use option-in-use field-in-use old-versions-alive
`

test('every code that is promised can be reported', () => {
  const reported: readonly string[] = allCodes

  expect(
    promised
      .trim()
      .split(/\s+/)
      .filter((code) => !reported.includes(code)),
  ).toEqual([])
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
        '  Responsible is the owner, the owner_manager or a role from the section “roles”; this name is not',
        '  one of them.',
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
    check(read(`${code}/bad.yaml`), { lang: 'ru' }).diagnostics.flatMap(({ message, help }) => [message, help ?? '']),
  )

  test('no sentence is left in English, and quotes are Russian', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[а-яё]{2}/i)
      expect(sentence).not.toMatch(/[“”]/)
    }
  })
})
