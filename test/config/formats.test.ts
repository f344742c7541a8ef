import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Draft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import type { CheckedFile } from '#config/formats/checked-file'
import { formats } from '#config/formats/formats'
import { baseFile, planted } from './base-file'

const plain = { lang: 'en', colour: false } as const
const { text: oneFault, place } = planted('by: lawyer', 'by: «layer»')
const twoFaults = oneFault.replace('hunters: Hunters', 'hunters: Hunters\n  cook: Cook')
const nasty = `${baseFile}\u001b[2J"<&>,:%|\`: [\u0007 \ud800 ]]>\n--> ::error::x`

function checked(file: string, text: string): CheckedFile {
  return { file, text, diagnostics: check(text).diagnostics }
}

const ajv = new Draft04({ strict: false, unicodeRegExp: false, allErrors: true })
addFormats.default(ajv)
const isSarif = ajv.compile(schema as object)

test('every form tells of the file, the line and the code of a fault', () => {
  for (const format of Object.values(formats)) {
    const told = format([checked('rules/pipelines.yaml', oneFault)], plain)

    expect(told).toContain('unknown-role')
    expect(told.replaceAll('\\', '')).toContain('pipelines.yaml')
    expect(told).toContain(String(place.line))
  }
})

describe('pretty', () => {
  test('ends with how many faults of each kind there are', () => {
    const files = [checked('a.yaml', twoFaults), checked('b.yaml', oneFault)]

    expect(formats.pretty(files, plain).trimEnd().split('\n').at(-1)).toBe(
      '2 files: 2 errors, 1 warning. norma explain CODE tells more of each.',
    )
    expect(formats.pretty([checked('a.yaml', baseFile)], plain)).toBe('a.yaml: no faults.\n')
  })

  test('counts in Russian as Russians do', () => {
    expect(formats.pretty([checked('a.yaml', twoFaults)], { ...plain, lang: 'ru' })).toContain(
      'a.yaml: 1 ошибка, 1 предупреждение.',
    )
  })
})

test('compact is one line a fault, with the words to type', () => {
  expect(formats.compact([checked('a.yaml', oneFault)], plain)).toBe(
    `a.yaml:${place.line}:${place.column}: error[unknown-role] There is no role “layer”. Did you mean “lawyer”?\n`,
  )
})

test('json lines are the items of the json, a line each', () => {
  const files = [checked('a.yaml', twoFaults), checked('b.yaml', oneFault)]

  const lines = formats.jsonl(files).trimEnd().split('\n')

  expect(lines).toHaveLength(3)
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(JSON.parse(formats.json(files)))
})

describe('github', () => {
  test('a fault is a command with its place', () => {
    expect(formats.github([checked('a.yaml', oneFault)], plain)).toBe(
      `::error file=a.yaml,line=${place.line},endLine=${place.line},col=${place.column},endColumn=${place.endColumn - 1},title=unknown-role::There is no role “layer”. Did you mean “lawyer”?\n`,
    )
  })

  test('what stands in a file or in its name cannot begin a command of its own', () => {
    const told = formats.github([checked('a,b:c\n::error::%.yaml', nasty)], plain)

    expect(
      told
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3A%25.yaml,')),
    ).toBe(true)
  })
})

describe('sarif', () => {
  test('is valid by the schema of SARIF 2.1.0, with faults, without, and with hard ones', () => {
    for (const files of [
      [checked('a.yaml', twoFaults), checked('пайп лайн#1.yaml', oneFault)],
      [checked('a.yaml', baseFile)],
      [checked('a.yaml', nasty)],
      [],
    ]) {
      isSarif(JSON.parse(formats.sarif(files, plain)))

      expect(isSarif.errors ?? []).toEqual([])
    }
  })

  test('the schema would notice a form that is wrong', () => {
    const log = JSON.parse(formats.sarif([checked('a.yaml', oneFault)], plain)) as {
      runs: { results: { level: string }[] }[]
    }
    const [result] = log.runs[0]?.results ?? []
    if (result !== undefined) result.level = 'fatal'

    expect(isSarif(log)).toBe(false)
  })

  test('a result points at its rule, its file and its place', () => {
    const log = JSON.parse(formats.sarif([checked('a b.yaml', oneFault)], plain)) as unknown

    expect(log).toMatchObject({
      runs: [
        {
          tool: { driver: { name: 'norma check', rules: [{ id: 'unknown-role' }] } },
          artifacts: [{ location: { uri: 'a%20b.yaml' } }],
          results: [
            {
              ruleId: 'unknown-role',
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'a%20b.yaml', index: 0 },
                    region: { startLine: place.line, startColumn: place.column, endColumn: place.endColumn },
                  },
                },
              ],
            },
          ],
        },
      ],
    })
  })
})

describe('junit', () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })

  test('errors fail, warnings do not, and a clean file is one good test', () => {
    const xml = formats.junit([checked('a.yaml', twoFaults), checked('b.yaml', baseFile)], plain)

    expect(parser.parse(xml)).toMatchObject({
      testsuites: {
        tests: '3',
        failures: '1',
        testsuite: [
          {
            name: 'a.yaml',
            tests: '2',
            failures: '1',
            testcase: [{ 'system-out': expect.stringContaining('cook') }, { failure: { type: 'unknown-role' } }],
          },
          { name: 'b.yaml', tests: '1', failures: '0' },
        ],
      },
    })
  })

  test('is XML whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (text, name) => {
        const xml = formats.junit([checked(name, `${text}\n${nasty}`)], plain)

        return XMLValidator.validate(xml) === true
      }),
    )
  })
})

describe('markdown', () => {
  test('is a table a file with what to type', () => {
    const told = formats.markdown([checked('a.yaml', oneFault), checked('b.yaml', baseFile)], plain)

    expect(told.split('\n')).toEqual([
      '**2 files: 1 error**',
      '',
      '### a.yaml',
      '',
      '| Line | What is wrong | What to type | Code |',
      '| ---: | --- | --- | --- |',
      `| ${place.line}:${place.column} | ❌ There is no role “layer”. | Did you mean “lawyer”? | \`unknown-role\` |`,
      '',
    ])
  })

  test('a bar or a backtick in the file breaks no table', () => {
    const { text } = planted('by: lawyer', 'by: «"la|w`<b>"»')

    const row =
      formats
        .markdown([checked('a.yaml', text)], plain)
        .split('\n')
        .at(-2) ?? ''

    expect(row.replaceAll(/\\./g, '').match(/\|/g)).toHaveLength(5)
    expect(row).toContain('\\<b\\>')
  })
})
