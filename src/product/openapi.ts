import type { RefusalCode } from '#domain/kernel/refusal'
import type { JsonSchema } from '#schemas/json-schema'
import type { ShapeName } from '#schemas/shapes'

import type { Chapter, Description, Example } from '#http/described'
import { paramNames, type Operation } from '#http/operation'
import type { DoorCode } from '#http/door-codes'
import { rightOfKeys } from '#http/key-asks'
import { doorProblems, problems, statusOf } from '#http/problem'

/** An operation with what is said of it. */
export type Described = Operation & Description

type Code = RefusalCode | DoorCode
type Parts = {
  readonly operations: readonly Described[]
  /** Every shape by name, with references to `#/components/schemas/…`. */
  readonly schemas: Readonly<Record<string, JsonSchema>>
  readonly examples: Readonly<Record<string, Example>>
}

/** The description of the whole interface, OpenAPI 3.1: every answer there can be, with an example per operation. */
export function openApiDocument({ operations, schemas, examples }: Parts): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const operation of operations) {
    const example = examples[operation.id]
    if (example === undefined) throw new Error(`The operation ${operation.id} has no example.`)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation, example, schemas),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Norma',
      version: '0.1.0',
      description:
        'Deals, tasks and plans by a company’s own sales standards. Errors are problems as RFC 9457 has them; their title and detail speak English or Russian, as Accept-Language asks.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map((one) => one.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      headers,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

/** The operations in the order of the chapters, each with what is said of it. Throws where nothing is. */
export function describedOperations(
  operations: readonly Operation[],
  chapters: readonly Chapter[],
): readonly Described[] {
  const sorted = chapters.toSorted((a, b) => a.chapter - b.chapter)
  const described = sorted.flatMap((chapter) => Object.entries(chapter.operations))
  const byId = new Map(operations.map((one) => [one.id, one]))
  const missing = operations.filter((one) => !described.some(([id]) => id === one.id)).map((one) => one.id)
  if (missing.length > 0)
    throw new Error(`Nothing is said of ${missing.join(', ')}: say it in \`described.ts\` beside it.`)
  return described.map(([id, said]) => {
    const operation = byId.get(id)
    if (operation === undefined) throw new Error(`${id} is described, but there is no such operation.`)
    return { ...operation, ...said }
  })
}

/** Every code an operation may answer with: its own refusals and what its declaration brings along. */
export function codesOf(operation: Described): readonly Code[] {
  const codes: Code[] = [...(operation.refusals ?? []), 'internal', 'overloaded', 'unavailable']
  if (operation.right !== 'public') codes.push('unauthenticated', 'forbidden', 'too_many_requests')
  codes.push('invalid_input')
  if (operation.body !== undefined) codes.push('malformed_json', 'media_type', 'too_large')
  if (operation.path.includes('{')) codes.push('not_found')
  if (operation.paged === true) codes.push('cursor_bad')
  if (operation.method !== 'GET') codes.push('precondition_failed')
  if (operation.ifMatch === 'required' || operation.current !== undefined) codes.push('precondition_required')
  if (operation.once === true) codes.push('idempotency_key_bad', 'idempotency_key_reused')
  return [...new Set(codes)]
}

function describe(operation: Described, example: Example, schemas: Parts['schemas']): JsonSchema {
  const { id, summary, description, tag, right, body } = operation
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security: right === 'public' ? [] : [{ token: [] }],
    'x-right': right,
    ...keyRight(operation),
    parameters: parametersOf(operation, example, schemas),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': contentOf(body, example.body) } } }),
    responses: responsesOf(operation, example),
  }
}

/** The right by which a program may ask it with a key, where one may. */
function keyRight(operation: Operation): JsonSchema {
  const right = rightOfKeys(operation)
  return right === undefined ? {} : { 'x-key-right': right }
}

function parametersOf(operation: Described, example: Example, schemas: Parts['schemas']): readonly JsonSchema[] {
  const inPath = paramNames(operation.path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...(example.params?.[name] === undefined ? {} : { example: example.params[name] }),
  }))
  const shape =
    operation.query === undefined ? {} : (schemas[operation.query]?.['properties'] as Record<string, JsonSchema>)
  const needed = (schemas[operation.query ?? '']?.['required'] ?? []) as readonly string[]
  const inQuery = Object.entries(shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: needed.includes(name),
    schema,
    ...(example.query?.[name] === undefined ? {} : { example: example.query[name] }),
  }))
  return [...inPath, ...inQuery, ...headersOf(operation)]
}

function namesWhatWasSeen({ ifMatch, current }: Operation): boolean {
  return ifMatch !== undefined || current !== undefined
}

function hasTag({ etag, tagged }: Operation): boolean {
  return etag !== undefined || tagged === true
}

function headersOf(operation: Operation): readonly JsonSchema[] {
  const { method, ifMatch, once, current } = operation
  const header = (name: string, description: string, example: string, required = false): JsonSchema => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
    example,
  })
  const seen =
    current === undefined
      ? 'ETag of what you have seen; another one refuses'
      : 'ETag of what you have seen; another one refuses, and none where something is there'
  const match = header('If-Match', seen, '"7"', ifMatch === 'required')
  const key = header('Idempotency-Key', 'A repeated request with it has its effect once', 'f3c1b9f2-6c1e-4f0b')
  const noneMatch = header('If-None-Match', 'ETag you have; 304 when it is still so', '"7.12"')
  return [
    ...(namesWhatWasSeen(operation) ? [match] : []),
    ...(once === true ? [key] : []),
    ...(method === 'GET' && hasTag(operation) ? [noneMatch] : []),
    header('X-Correlation-Id', 'Your own number for the request; ours where absent', 'call-42'),
  ]
}

function responsesOf(operation: Described, example: Example): JsonSchema {
  const status = operation.status ?? 200
  const isRead = operation.method === 'GET' && hasTag(operation)
  const own = {
    'X-Correlation-Id': headerRef('X-Correlation-Id'),
    ...(!hasTag(operation) ? {} : { ETag: headerRef('ETag') }),
    ...(operation.location === undefined ? {} : { Location: headerRef('Location') }),
  }
  const link = operation.paged === true ? { Link: headerRef('Link') } : {}
  return {
    [status]: {
      description: status === 201 ? 'Created' : 'Done',
      headers: { ...own, ...link },
      content:
        operation.media === undefined
          ? { 'application/json': contentOf(operation.answer, example.answer) }
          : { [operation.media]: { schema: { type: 'string' } } },
    },
    ...(isRead ? { 304: { description: 'It is what you have', headers: own } } : {}),
    ...problemResponses(operation),
  }
}

function problemResponses(operation: Described): Readonly<Record<string, JsonSchema>> {
  const byStatus = new Map<number, Code[]>()
  for (const code of codesOf(operation)) {
    const status = statusOf(code, operation)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const titles: Readonly<Record<Code, readonly [number, string]>> = { ...problems, ...doorProblems }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${code}: ${titles[code][1]}`).join('. '),
        headers: {
          'X-Correlation-Id': headerRef('X-Correlation-Id'),
          ...(status === 401 ? { 'WWW-Authenticate': headerRef('WWW-Authenticate') } : {}),
          ...(status === 503 ? { 'Retry-After': headerRef('Retry-After') } : {}),
        },
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function contentOf(shape: ShapeName, example: unknown): JsonSchema {
  return { schema: { $ref: `#/components/schemas/${shape}` }, example }
}

function headerRef(name: string): JsonSchema {
  return { $ref: `#/components/headers/${name}` }
}

const text = (description: string): JsonSchema => ({ description, schema: { type: 'string' } })

const headers: Readonly<Record<string, JsonSchema>> = {
  ETag: text('Version of what was answered, for If-Match and If-None-Match'),
  Link: text('Leads to the next page, rel="next"; absent on the last (RFC 8288)'),
  Location: text('Where the new thing is'),
  'Retry-After': text('Seconds after which to try again'),
  'WWW-Authenticate': text('How to sign in'),
  'X-Correlation-Id': text('Number of the request, the same in the log and in every event it caused'),
}
