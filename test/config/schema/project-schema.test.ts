import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check } from '#config/check'
import type { EditorSchema } from '#config/schema/editor-schema'
import { genericSchema, projectSchema } from '#config/schema/project-schema'
import { vocabularyOf } from '#config/schema/vocabulary'
import { baseFile } from '#test/config/base-file'
import { runs } from '#test/support/runs'

const own = readFileSync('pipelines.yaml', 'utf8')

/** Every file of the repository in which nothing is wrong. */
const goodFiles = [
  ['the base file of the tests', baseFile] as const,
  ...['.', 'examples/import', 'test/config', 'test/fixtures/rules'].flatMap(yamlFilesIn),
].filter(([, text]) => check(text).model !== undefined)

function yamlFilesIn(folder: string): readonly (readonly [string, string])[] {
  const isDeep = folder.startsWith('test')
  const names = readdirSync(folder, { recursive: isDeep, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')] as const)
}

const compiled = (schema: EditorSchema): ValidateFunction =>
  new Ajv({ strict: false, inlineRefs: false }).compile(schema)
/** The schema of the language is the same for every file, and takes a while to compile. */
const byTheLanguage = compiled(genericSchema())

function faultsBy(validate: ValidateFunction, text: string): readonly string[] {
  validate(parse(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

describe('a file in which nothing is wrong', () => {
  test('is there to be looked at', () => {
    expect(goodFiles.length).toBeGreaterThanOrEqual(7)
  })

  test.each(goodFiles)('%s is accepted by the schema made from it', (_, text) => {
    expect(faultsBy(compiled(projectSchema(text)), text)).toEqual([])
  })

  test.each(goodFiles)('%s is accepted by the schema of the language', (_, text) => {
    expect(faultsBy(byTheLanguage, text)).toEqual([])
  })
})

test('the schema that ships is the one of the language', () => {
  const shipped: unknown = JSON.parse(readFileSync('schemas/generated/pipelines.schema.json', 'utf8'))

  expect(shipped).toEqual(JSON.parse(JSON.stringify(genericSchema())))
})

test('there is no oneOf anywhere: editors stop completing where several alternatives fit', () => {
  expect(JSON.stringify([genericSchema(), projectSchema(own)])).not.toContain('"oneOf"')
})

test('every key of the language says what it is for', () => {
  const silent: string[] = []
  const walk = (schema: EditorSchema, path: string): void => {
    const properties = schema['properties'] as Readonly<Record<string, EditorSchema>> | undefined
    for (const [key, property] of Object.entries(properties ?? {})) {
      if (typeof property['markdownDescription'] !== 'string') silent.push(`${path}.${key}`)
      walk(property, `${path}.${key}`)
    }
    for (const key of ['items', 'additionalProperties']) {
      const inner = schema[key]
      if (typeof inner === 'object' && inner !== null) walk(inner as EditorSchema, `${path}.*`)
    }
    for (const one of (schema['anyOf'] as readonly EditorSchema[] | undefined) ?? []) walk(one, path)
  }

  walk(genericSchema(), '')

  expect(silent).toEqual([])
})

describe('a broken file', () => {
  test('keeps the names of everything that can be read when a line cannot be followed', () => {
    const cut = own.replace('      send_deck:\n', '      send_deck: [\n')

    const found = vocabularyOf(cut)

    expect(found.roles?.get('lawyer')).toBe('Lawyer')
    expect([...(found.stages?.keys() ?? [])]).toContain('contract')
    expect(found.stagesOf.get('b2c_repeat')).toHaveLength(6)
    expect(found.tasks?.has('draft_contract')).toBe(true)
  })

  test('keeps them while a line is being typed at its end', () => {
    const found = vocabularyOf(`${own}\nautomation_2: {\n  "`)

    expect(found.fields?.get('objection')?.options?.has('price')).toBe(true)
    expect(found.events?.get('contract_signed')).toBe(vocabularyOf(own).events?.get('contract_signed'))
  })

  test('has a schema that takes any role where the roles cannot be read', () => {
    const text = own.replace(/^roles:[^\n]*\n(?: {2}.*\n)+/m, 'roles: [\n')
    const withoutRoles = projectSchema(text)

    expect(vocabularyOf(text).roles).toBeUndefined()
    expect(faultsBy(compiled(withoutRoles), own)).toEqual([])
  })

  test('has a schema wherever it is cut off or whatever is put into it', () => {
    const rubbish = fc.constantFrom(
      '{',
      '[',
      '"',
      ': :',
      '\t',
      '&a *b',
      '- ',
      '|',
      '#',
      'x:',
      '!not',
      '%',
      '\u0000',
      '}',
    )
    fc.assert(
      fc.property(fc.nat(own.length), fc.nat(own.length), rubbish, (from, to, piece) => {
        const text = `${own.slice(0, from)}${piece}${own.slice(to)}`

        expect(projectSchema(text)).toHaveProperty('properties.stages')
      }),
      { numRuns: runs(40) },
    )
  })

  test('has a schema even when it is no YAML at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(projectSchema(text)).toHaveProperty('properties.stages')
      }),
      { numRuns: runs(100) },
    )
  })
})

test('a name that is declared nowhere is refused by the schema of the file, not by the one of the language', () => {
  const text = own.replace('by: lawyer', 'by: layer')

  expect(faultsBy(compiled(projectSchema(own)), text)).not.toEqual([])
  expect(faultsBy(byTheLanguage, text)).toEqual([])
})

test('the schema of the language refuses what is wrong in any file', () => {
  expect(faultsBy(byTheLanguage, own.replace('due: 1 working day\n', 'due: 2 days\n'))).not.toEqual([])
  expect(faultsBy(byTheLanguage, own.replace('pick: in_turn', 'pick: in_turns'))).not.toEqual([])
  expect(faultsBy(byTheLanguage, own.replace('won_after:', 'won_afther:'))).not.toEqual([])
})
