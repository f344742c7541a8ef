import { describe, expect, test } from 'vitest'

import openApi from '#generated/openapi.json'
import { curlLine, operationsOf, reasonsOf, type ApiDocument } from '#pages/api/api-document.tsx'
import { ApiOperationView } from '#pages/api/api-operation.tsx'

const document = openApi as unknown as ApiDocument
const operations = operationsOf(document)
const named = (id: string) => {
  const found = operations.find(({ operation }) => operation.operationId === id)
  if (found === undefined) throw new Error(`The API has no operation ${id}.`)
  return found
}

describe('the line to try an operation with', () => {
  test('has the address, the query and the token', () => {
    expect(curlLine(named('readProgress'), 'https://norma.example')).toBe(
      `curl 'https://norma.example/plans/2026-11/progress?metric=sum&by=employee' \\\n  -H "Authorization: Bearer $TOKEN"`,
    )
  })

  test('has the body, and the version where one must be named', () => {
    const line = curlLine(named('moveDeal'), 'https://norma.example')

    expect(line).toContain('curl -X POST')
    expect(line).toContain(`-d '{"toStage":"feedback"`)
  })

  test('cannot be ended by a quote in an example', () => {
    const { method, path, operation } = named('moveDeal')
    const content = { 'application/json': { example: { reason: `it's "late"` } } }
    const line = curlLine({ method, path, operation: { ...operation, requestBody: { content } } }, '')

    expect(line).toContain(`-d '{"reason":"it'\\''s \\"late\\""}'`)
  })

  test('asks for no token where none is needed', () => {
    const open = operations.filter(({ operation }) => operation['x-right'] === 'public')

    expect(open.length).toBeGreaterThan(0)
    for (const one of open) expect(curlLine(one, '')).not.toContain('Authorization')
  })
})

test('reasons of a refusal are told apart, each with its code', () => {
  expect(reasonsOf('invalid_input: The request has faults. malformed_json: The body is not JSON')).toEqual([
    { code: 'invalid_input', says: 'The request has faults' },
    { code: 'malformed_json', says: 'The body is not JSON' },
  ])
  expect(reasonsOf('Done')).toEqual([{ code: '', says: 'Done' }])
})

test.for(operations.map((found) => [found.operation.operationId, found] as const))(
  '%s is described with its address, its parameters and every refusal',
  ([, found]) => {
    const html = String(
      ApiOperationView({
        document,
        found,
        language: 'ru',
        host: 'https://norma.example',
      } as never) as unknown as string,
    )
    const refusals = Object.entries(found.operation.responses ?? {}).filter(([status]) => /^[45]/.test(status))
    const codes = refusals.flatMap(([, { description }]) => reasonsOf(description).map(({ code }) => code))

    expect(html).toContain(found.path)
    for (const { name } of found.operation.parameters ?? []) expect(html).toContain(`<code>${name}</code>`)
    for (const code of codes) expect(html).toContain(code)
    expect(html).not.toMatch(/\[object Object\]|undefined/)
    // What is written as code is shown as code, with nothing of how it was written.
    expect(html.replaceAll(/<pre[\s\S]*?<\/pre>/g, '')).not.toContain('`')
  },
)
