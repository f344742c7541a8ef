import { readFileSync } from 'node:fs'

import { genericSchema } from '#config/schema/project-schema'
import { allOperations } from '#product/lists/operations'
import { allKeyLines } from '#product/lists/key-lines'
import { allExamples } from '#product/lists/examples'
import { allDescribed } from '#product/lists/described'
import { describedOperations, openApiDocument } from '#product/openapi'
import { plainSchema, titledShapes, type JsonSchema } from '#schemas/json-schema'
import { shapes, type ShapeName } from '#schemas/shapes'

import { keyPage, toldPrefixes } from './key-page'
import { phonePlansFile } from './phone-plans'
import { operationDoorsFile, toldPrefixesFile } from './product-lists'
import { operationDoorsText } from './operation-doors'
import { validatorCode, validatorTypes } from './validator-code'

/** What is made of the shapes, the operations and the lists of the product, by path. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  for (const [name, shape] of Object.entries<object>(shapes)) {
    const title = 'title' in shape ? String(shape.title) : 'none'
    if (title !== name) throw new Error(`The shape ${name} has the title ${title}: they must be the same.`)
  }
  const operations = describedOperations(allOperations, allDescribed)
  const bodies = unique(operations.map((one) => one.body))
  const queries = unique(operations.map((one) => one.query))
  const plain = (names: readonly ShapeName[]): Record<string, JsonSchema> =>
    Object.fromEntries(names.map((name) => [name, plainSchema(shapes[name])]))
  const document = openApiDocument({ operations, schemas: components(), examples: allExamples })
  return {
    'schemas/generated/validators.js': await validatorCode(plain(bodies), plain(queries)),
    'schemas/generated/validators.d.ts': validatorTypes([...bodies, ...queries].toSorted()),
    'schemas/generated/pipelines.schema.json': `${JSON.stringify(genericSchema(), null, 2)}\n`,
    'schemas/generated/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    [operationDoorsFile]: await operationDoorsText(),
    [toldPrefixesFile]: toldPrefixes(allKeyLines),
    'docs/keys.md': keyPage(allKeyLines),
    'src/domain/kernel/phone-plans.ts': phonePlansFile(),
    'src/playbook/stylesheet.ts': playbookStylesheet(),
  }
}

/** The stylesheet of the playbook’s files as a text that bundles: what writes them knows no files of its own. */
function playbookStylesheet(): string {
  const css = ['files', 'parts'].map((name) => withoutHead(readFileSync(`src/playbook/style/${name}.css`, 'utf8')))
  const said = 'The one stylesheet of the files: for a desk, a phone, the dark and paper.'
  const text = css.join('').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  return `// Written by npm run generate from src/playbook/style: do not edit.\n/** ${said} */\nexport const stylesheet = \`${text}\`\n`
}

/** A stylesheet without the sentence at its head, which is for who edits it. */
function withoutHead(css: string): string {
  return css.replace(/^\/\*.*\*\/\n/, '')
}

function components(): Readonly<Record<string, JsonSchema>> {
  const refer = (title: string): string => `#/components/schemas/${title}`
  const titled = [...titledShapes(Object.values(shapes))].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(titled.map(([title, shape]) => [title, plainSchema(shape, refer)]))
}

function unique(names: readonly (ShapeName | undefined)[]): readonly ShapeName[] {
  return [...new Set(names.filter((name) => name !== undefined))].toSorted()
}
