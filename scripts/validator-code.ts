import Ajv, { _, type CodeKeywordDefinition } from 'ajv'
import standaloneCode from 'ajv/dist/standalone'
import { build, type Plugin } from 'esbuild'

import { isLine, isProse, trimmed } from '#domain/kernel/text'
import { isDay, isInstant } from '#schemas/formats'
import type { JsonSchema } from '#schemas/json-schema'

type Schemas = Readonly<Record<string, JsonSchema>>

const heading = '// Generated from schemas/ by `npm run generate`. Do not edit.\n'

/**
 * One module of validators without any dependency. Queries come as text, so theirs turn text into numbers; bodies are
 * taken as they are.
 */
export async function validatorCode(bodies: Schemas, queries: Schemas): Promise<string> {
  const parts: Readonly<Record<string, string>> = {
    'norma:bodies': codeOf(bodies, false),
    'norma:queries': codeOf(queries, true),
    'norma:formats': `export { isInstant as 'date-time', isDay as date } from './schemas/formats'
      export { isLine as line, isProse as prose, trimmed } from './src/domain/kernel/text'`,
  }
  const built = await build({
    stdin: { contents: `export * from 'norma:bodies'\nexport * from 'norma:queries'`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [virtual(parts)],
  })
  const known = JSON.stringify(Object.fromEntries(namesIn({ ...bodies, ...queries })), null, 1)
  const names = `export const known = ${known}\n`
  return heading + names + shortened((built.outputFiles[0]?.text ?? '').replaceAll(/^\s*\/\/ .*\n/gm, ''))
}

/** The types of that module. */
export function validatorTypes(names: readonly string[]): string {
  return `${heading}
export type ErrorObject = {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}
export type Validator = ((value: unknown) => boolean) & { errors?: readonly ErrorObject[] | null }

/** The names an object may have, or the pattern of its names, by shape and place such as CreateDeal/client; an item of a list is a star. */
export declare const known: Readonly<Record<string, readonly string[] | string>>

${names.map((name) => `export declare const ${name}: Validator`).join('\n')}
`
}

function codeOf(schemas: Schemas, isQuery: boolean): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    coerceTypes: isQuery,
    formats: { 'date-time': isInstant, date: isDay, line: isLine, prose: isProse },
    code: { source: true, esm: true, formats: _`require("norma:formats")` },
  })
  ajv.addKeyword(trimming)
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(withoutWords(schema), name)
  return standaloneCode(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])))
}

/** Texts of people and programs are trimmed where they are checked, before anything is asked of their length. */
const trimming: CodeKeywordDefinition = {
  keyword: 'trimmed',
  type: 'string',
  schemaType: 'boolean',
  before: 'maxLength',
  code: ({ gen, data, it: { parentData, parentDataProperty } }) => {
    const ready = gen.scopeValue('func', { ref: trimmed, code: _`require("norma:formats").trimmed` })
    gen.assign(data, _`${parentData}[${parentDataProperty}] = ${ready}(${data})`)
  },
}

function* namesIn(schemas: Schemas): Generator<readonly [place: string, names: readonly string[] | string]> {
  for (const [place, schema] of Object.entries(schemas)) {
    const properties = schema['properties'] as Schemas | undefined
    const pattern = Object.keys((schema['patternProperties'] as Schemas | undefined) ?? {})[0]
    if (properties !== undefined) yield [place, Object.keys(properties)]
    if (pattern !== undefined) yield [place, pattern]
    const parts = Object.entries(properties ?? {}).map(([name, part]) => [`${place}/${name}`, part])
    const items = schema['items'] as JsonSchema | undefined
    yield* namesIn(Object.fromEntries([...parts, ...(items === undefined ? [] : [[`${place}/*`, items]])]) as Schemas)
  }
}

/** Half of what ajv writes is how a fault is put into the list, the same seven lines each time: here it is one call. */
function shortened(code: string): string {
  const report =
    /const (err\w+) = \{ instancePath(?:: (.+?))?, schemaPath: "(?:[^"\\]|\\.)*", keyword: "(\w+)", params: (.+) \};\s+if \(vErrors === null\) \{\s+vErrors = \[\1\];\s+\} else \{\s+vErrors\.push\(\1\);\s+\}/g
  const short = code.replaceAll(
    report,
    (_all, _err, path: string | undefined, keyword: string, params: string) =>
      `vErrors = put(vErrors, ${path ?? 'instancePath'}, "${keyword}", ${params});`,
  )
  if (short.includes('vErrors.push'))
    throw new Error('ajv writes faults another way now: change how they are shortened.')
  return `${short}
function put(faults, instancePath, keyword, params) {
  const fault = { instancePath, keyword, params };
  if (faults === null) return [fault];
  faults.push(fault);
  return faults;
}
`
}

/** Titles, descriptions and examples are for readers; the validators carry none. What is a text is to be trimmed. */
function withoutWords(schema: JsonSchema): JsonSchema {
  const inside = (part: unknown): JsonSchema => withoutWords(part as JsonSchema)
  const isText = schema['format'] === 'line' || schema['format'] === 'prose'
  return Object.fromEntries(
    Object.entries(isText ? { trimmed: true, ...schema } : schema)
      .filter(([keyword]) => !['title', 'description', 'examples'].includes(keyword))
      .map(([keyword, value]) => {
        if (keyword === 'items') return [keyword, inside(value)]
        if (keyword !== 'properties' && keyword !== 'patternProperties') return [keyword, value]
        return [
          keyword,
          Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, inside(part)])),
        ]
      }),
  )
}

function virtual(parts: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'virtual',
    setup: (esbuild) => {
      esbuild.onResolve({ filter: /^norma:/ }, ({ path }) => ({ path, namespace: 'norma' }))
      esbuild.onLoad({ filter: /.*/, namespace: 'norma' }, ({ path }) => ({
        contents: parts[path] ?? '',
        resolveDir: process.cwd(),
      }))
    },
  }
}
