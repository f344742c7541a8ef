import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Described = {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>>; readonly headers?: object }>
  >
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }

/** The generated description of the interface. */
export const openApi = JSON.parse(readFileSync('schemas/generated/openapi.json', 'utf8')) as Document

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
// What is sent is held to these; what was kept before there was the rule is still answered.
ajv.addFormat('line', true).addFormat('prose', true)
ajv.addSchema(openApi, 'openapi')

/** What an answer must be like, whatever was asked. */
export type Answered = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Throws when an answer is not one that the description of the interface promises. */
export function expectPromised(answered: Answered): void {
  const faults = faultsOf(answered)
  if (faults.length === 0) return
  const { method, path, status, text } = answered
  throw new Error(`${method} ${path} answered ${status} ${text.slice(0, 600)}\n${faults.join('\n')}`)
}

/** The path of the description that an address belongs to; fixed ones before those with parameters. */
export function templateOf(path: string): string | undefined {
  const fits = Object.keys(openApi.paths).filter((one) =>
    new RegExp(`^${one.replaceAll('.', '\\.').replaceAll(/\{[a-z]+\}/g, '[^/]+')}$`).test(path),
  )
  return fits.find((one) => !one.includes('{')) ?? fits[0]
}

function faultsOf(answered: Answered): readonly string[] {
  const { method, path, status, headers, text } = answered
  const type = headers.get('content-type')
  const always = headers.get('x-correlation-id') === null ? ['It has no X-Correlation-Id.'] : []
  const template = templateOf(path)
  const operation = template === undefined ? undefined : openApi.paths[template]?.[method.toLowerCase()]
  if (operation === undefined) return [...always, ...shapeFaults('Problem', text), ...typeFaults(type)]
  const response = operation.responses[String(status)]
  if (response === undefined) return [...always, `The status ${status} is not declared for ${method} ${template}.`]
  const missing = Object.keys(response.headers ?? {})
    .filter((name) => name !== 'Link' && headers.get(name) === null)
    .map((name) => `It has no ${name}.`)
  if (response.content === undefined) return [...always, ...missing, ...(text === '' ? [] : ['It has a body.'])]
  const [declared] = Object.keys(response.content)
  const pointer = `#/paths/${escaped(template ?? '')}/${method.toLowerCase()}/responses/${status}/content/${escaped(declared ?? '')}/schema`
  return [
    ...always,
    ...missing,
    ...(type === declared ? [] : [`Its Content-Type is ${type}, declared is ${declared}.`]),
    // What is no JSON has a test of its own, by a parser of its own.
    ...(declared?.includes('json') === true ? faultsAgainst(`openapi${pointer}`, text) : []),
  ]
}

function typeFaults(type: string | null): readonly string[] {
  return type === 'application/problem+json' ? [] : [`Its Content-Type is ${type}.`]
}

function shapeFaults(shape: string, text: string): readonly string[] {
  return faultsAgainst(`openapi#/components/schemas/${shape}`, text)
}

function faultsAgainst(ref: string, text: string): readonly string[] {
  const validate = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref })
  if (validate(JSON.parse(text)) === true) return []
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  )
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
