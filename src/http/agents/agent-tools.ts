import type { JsonSchema } from '#schemas/json-schema'

import type { OpenApiDocument, Operation } from '#http/operation'
import { routeOf } from '#http/operation-door'

/** A tool of an agent: an operation, as the description of the interface has it. */
export type AgentTool = {
  readonly operation: Operation
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: JsonSchema
  readonly annotations: Readonly<Record<string, boolean>>
}

type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

/** What OpenAPI says of one operation, as far as a tool needs it. */
type Described = {
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } }
  }
}

type Document = OpenApiDocument & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

/** What an agent says beside what the API is asked: the version it has seen, and the key of a repeated request. */
const headers: Readonly<Record<string, { readonly as: string; readonly schema: JsonSchema }>> = {
  'If-Match': {
    as: 'seenVersion',
    schema: { type: 'integer', description: 'Version of what you have seen; refused where it has changed since' },
  },
  'Idempotency-Key': {
    as: 'idempotencyKey',
    schema: { type: 'string', description: 'A repeated call with it has its effect once' },
  },
}

/** The tools among the operations, made of the description of the interface. */
export function agentTools(operations: readonly Operation[], openApi: OpenApiDocument): readonly AgentTool[] {
  const document = openApi as Document
  return operations.flatMap((operation) => {
    const { agent, method, path } = operation
    if (agent === undefined) return []
    const described = document.paths[path]?.[method.toLowerCase()]
    if (described === undefined)
      throw new Error(`The description of the interface does not know ${routeOf(operation)}.`)
    const { summary, description } = described
    const isReading = method === 'GET' || agent.always?.['dryRun'] === true
    return [
      {
        operation,
        name: agent.as,
        title: summary,
        description: [`${agent.does ?? summary}.`, ...(description === undefined ? [] : [description])].join(' '),
        inputSchema: inputOf(described, document, Object.keys(agent.always ?? {})),
        annotations: { readOnlyHint: isReading, destructiveHint: false, openWorldHint: false },
      },
    ]
  })
}

/** No id is longer. */
const longestId = 200

/** What of the path of a tool was not said, or leads out of it (`..`): there is no thing of that name. */
export function missingIn({ operation }: AgentTool, given: Readonly<Record<string, unknown>>): string | undefined {
  const names = Array.from(operation.path.matchAll(/\{([a-z]+)\}/g), ([, name = '']) => name)
  return names.find((name) => {
    const text = Object.hasOwn(given, name) ? textOf(given[name]).trim() : ''
    return /^\.{0,2}$/.test(text) || text.length > longestId
  })
}

/** The request to the API that a call of a tool is; what the tool does not know is left for the API to refuse. */
export function requestOf({ operation }: AgentTool, given: Readonly<Record<string, unknown>>, from: Request): Request {
  const args: Record<string, unknown> = { ...given, ...operation.agent?.always }
  const taken = (name: string): unknown => {
    const value = args[name]
    delete args[name]
    return value
  }
  const path = operation.path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) =>
    encodeURIComponent(wellFormed(textOf(taken(name)))),
  )
  const version = taken('seenVersion')
  const key = taken('idempotencyKey')
  const sent = new Headers({ accept: 'application/json' })
  for (const name of ['authorization', 'accept-language', 'x-correlation-id']) {
    const value = from.headers.get(name)
    if (value !== null) sent.set(name, value)
  }
  if (version !== undefined) sent.set('if-match', `"${inHeader(version)}"`)
  if (key !== undefined) sent.set('idempotency-key', inHeader(key))
  const url = new URL(path, from.url)
  if (operation.body === undefined) {
    for (const [name, value] of Object.entries(args)) {
      for (const one of [value].flat()) url.searchParams.append(name, textOf(one))
    }
    return new Request(url, { method: operation.method, headers: sent })
  }
  sent.set('content-type', 'application/json')
  return new Request(url, { method: operation.method, headers: sent, body: JSON.stringify(args) })
}

/** What a header cannot say as it is, such as Cyrillic, it says in an encoding: the same for the same alone. */
function inHeader(value: unknown): string {
  const text = textOf(value)
  return /^[\u0021-\u007E]*$/.test(text) && !text.includes('"') ? text : encodeURIComponent(wellFormed(text))
}

/** Half of a letter cannot be encoded. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** Path, query and body side by side, as one object that refers to nothing outside of itself. */
function inputOf(
  { parameters, requestBody }: Described,
  { components }: Document,
  fixed: readonly string[],
): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  const required: string[] = []
  for (const parameter of parameters) {
    const { as = parameter.name, schema = parameter.schema } = headers[parameter.name] ?? {}
    if (parameter.in === 'header' && headers[parameter.name] === undefined) continue
    properties[as] = { ...schema, ...(parameter.in === 'header' ? {} : saidOf(parameter)) }
    if (parameter.required) required.push(as)
  }
  const body = components.schemas[nameIn(requestBody?.content['application/json'].schema.$ref)]
  for (const [name, schema] of Object.entries((body?.['properties'] ?? {}) as Record<string, JsonSchema>)) {
    if (properties[name] !== undefined) throw new Error(`The path and the body both have “${name}”.`)
    if (!fixed.includes(name)) properties[name] = schema
  }
  required.push(...((body?.['required'] ?? []) as string[]).filter((name) => !fixed.includes(name)))
  const whole = { type: 'object', properties, required, additionalProperties: false }
  const needed = [...neededBy(whole, components.schemas)].toSorted()
  const $defs = Object.fromEntries(needed.map((name) => [name, components.schemas[name] ?? {}]))
  return inside(needed.length === 0 ? whole : { ...whole, $defs }) as JsonSchema
}

function saidOf({ description }: Parameter): JsonSchema {
  return description === undefined ? {} : { description }
}

/** The shapes that a schema refers to, and those that they refer to. */
function neededBy(
  schema: unknown,
  schemas: Readonly<Record<string, JsonSchema>>,
  found = new Set<string>(),
): ReadonlySet<string> {
  for (const [, ref = ''] of JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)) {
    const name = nameIn(ref)
    if (found.has(name)) continue
    found.add(name)
    neededBy(schemas[name] ?? {}, schemas, found)
  }
  return found
}

function inside(schema: object): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"#/$defs/'))
}

function nameIn(ref = ''): string {
  return ref.split('/').at(-1) ?? ''
}
