import type { Server } from 'node:http'

import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { languagePort } from '#config/language-port'
import { tableRights, wordRights, type TableRights } from '#cdk/table-rights'
import type { DomainEvent } from '#schemas/event'
import { keys as dealKeys } from '#store/deals/keys'
import { keys as peopleKeys } from '#store/people/keys'
import { storePorts } from '#product/store-ports'
import { createTableRequest, wordsDefinition } from '#store/table'
import { fromText } from '#store/text-item'
import { useEngine } from '#test/support/engine'
import { serveStore } from '#test/support/serve-store'

import { addressOf, deployedHandler, listening, watchTable, type Watchman } from './deployed'

type Answer = { readonly statusCode: number; readonly body: string }

const engine = useEngine()
const told: { readonly Status: string; readonly Reason?: string; readonly Data?: { readonly version?: number } }[] = []
/** The secrets that were asked for. */
const revealed: string[] = []
let watchman: Watchman
let served: Awaited<ReturnType<typeof serveStore>>
let outside: Server
let token: string

beforeAll(async () => {
  await engine.client.send(new CreateTableCommand(createTableRequest('norma')))
  await engine.client.send(new CreateTableCommand(createTableRequest('norma-words', wordsDefinition)))
  const anna = { id: 'anna', name: 'Anna', department: null, roles: [], active: true, rights: { deals_edit: 'all' } }
  await engine.client.send(
    new PutCommand({ TableName: 'norma', Item: { ...peopleKeys.employee('anna'), employee: anna } }),
  )
  served = await serveStore(engine.store)
  watchman = await watchTable(served.endpoint)
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] })
  outside = await listening((asked, body) => {
    if (asked.method === 'PUT') told.push(JSON.parse(body))
    if (asked.headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
      revealed.push(`${JSON.parse(body).SecretId}`)
      return { status: 200, body: JSON.stringify({ SecretString: 'a secret of a test' }) }
    }
    const found = asked.url === '/keys' ? keySet : JSON.stringify({ jwks_uri: `${addressOf(outside)}/keys` })
    return { status: 200, body: found }
  })
  const issuer = addressOf(outside)
  token = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer(issuer)
    .setAudience('norma')
    .setSubject('anna')
    .setExpirationTime('1h')
    .sign(privateKey)
  const environment = {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: watchman.endpoint,
    NORMA_TABLE: 'norma',
    NORMA_ISSUER: issuer,
    NORMA_AUDIENCE: 'norma',
    NORMA_CLIENT_ID: 'pages',
    NORMA_CLIENT_SECRET_ID: 'none',
    NORMA_SECRET_ID: 'norma-secret',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: addressOf(outside),
    NORMA_METRICS: 'Norma/test',
    NORMA_WORDS: 'norma-words',
    NORMA_FILES: 'files',
    NORMA_QUEUE_URL: 'http://127.0.0.1:1/queue',
    NORMA_REPORT_QUEUES: '{}',
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
})
afterAll(() => {
  vi.unstubAllEnvs()
  watchman.stop()
  served.stop()
  outside.close()
})

test('a deployment publishes the rules once, however often it is repeated', async () => {
  const publish = await deployedHandler<object, void>('functions/publish-rules.ts', ['pipelines.yaml'])
  const asked = { ResponseURL: addressOf(outside), StackId: 's', LogicalResourceId: 'r' }

  await publish({ ...asked, RequestType: 'Create', RequestId: '1' })
  await publish({ ...asked, RequestType: 'Update', RequestId: '2' })
  await publish({ ...asked, RequestType: 'Delete', RequestId: '3' })

  expect(told.map(({ Status }) => Status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS'])
  expect(told.map(({ Data }) => Data?.version)).toEqual([1, 1, undefined])
  expect(beyond(tableRights.publishRules)).toEqual([])
})

test('a deal created over the deployed API gets its tasks and its counters from the deployed consumers', async () => {
  const api = await deployedHandler<object, Answer>('functions/api.ts', ['schemas/generated/openapi.json'])
  const created = await api(
    httpRequest('POST', '/deals', { title: 'Coffee for Aurora', pipeline: 'b2b_new', owner: 'anna' }),
  )
  const deal = JSON.parse(created.body) as { readonly id: string }
  const listed = await api(httpRequest('GET', '/tasks?assignee=anna'))
  const described = await api(httpRequest('GET', '/openapi.json'))
  const overreach = beyond(tableRights.api)

  expect([created.statusCode, listed.statusCode, described.statusCode]).toEqual([201, 200, 200])
  expect(overreach).toEqual([])

  const events = (await itemsOf<{ readonly event: unknown }>(deal.id, 'E#')).flatMap(
    ({ event }) => fromText<DomainEvent>(event) ?? [],
  )
  for (const name of ['follow-deal', 'keep-plan-ledger', 'keep-column-counters', 'tell-people']) {
    vi.stubEnv('NORMA_CONSUMER', name)
    const consume = await deployedHandler<object, unknown>('functions/consumer.ts')
    const batch = { Records: events.map((event, at) => message(event, at)) }

    expect(await consume(batch)).toEqual({ batchItemFailures: [] })
    expect(await consume(batch)).toEqual({ batchItemFailures: [] })
  }
  expect(beyond(tableRights.consumer)).toEqual([])
  // Nobody has hidden a contact or sealed a cursor yet.
  expect(revealed).toEqual([])
  expect((await itemsOf(deal.id, 'T#')).length).toBeGreaterThan(0)

  vi.stubEnv('NORMA_CONSUMER', 'keep-words')
  const keepWords = await deployedHandler<object, unknown>('functions/consumer.ts')
  expect(await keepWords({ Records: events.map((event, at) => message(event, at)) })).toEqual({ batchItemFailures: [] })
  expect(beyond({ actions: [...tableRights.consumer.actions, ...wordRights.keep], indexes: [] })).toEqual([])
  const searched = await api(httpRequest('GET', '/search?q=coffee'))
  expect([searched.statusCode, JSON.parse(searched.body).groups[0].count]).toEqual([200, 1])
  const known = {
    title: 'Grinders for Vega',
    pipeline: 'b2b_new',
    owner: 'anna',
    client: { name: 'Vega', phone: '+7 495 123-45-67' },
  }
  expect((await api(httpRequest('POST', '/deals', known))).statusCode).toBe(201)
  expect(revealed).toEqual(['norma-secret'])
  expect(beyond({ actions: [...tableRights.api.actions, ...wordRights.ask], indexes: [] })).toEqual([])
}, 90_000)

test('a stranger is answered by the API with a problem, not with data', async () => {
  const api = await deployedHandler<object, Answer>('functions/api.ts', ['schemas/generated/openapi.json'])

  const { statusCode, body } = await api({ ...httpRequest('GET', '/deals?pipeline=b2b_new'), headers: {} })

  expect(statusCode).toBe(401)
  expect(JSON.parse(body)).toMatchObject({ code: 'unauthenticated' })
})

test('the deployed pages show a day, take a change by their API and send a stranger to sign in', async () => {
  const ships = ['schemas/generated/openapi.json', 'dist/pages']
  const pages = await deployedHandler<object, Answer & { readonly headers: Record<string, string> }>(
    'functions/pages.ts',
    ships,
  )
  const cookies = [`__Host-norma_session=${token}`]
  const day = await pages({ ...httpRequest('GET', '/app'), cookies })
  const script = /assets\/(app-\w+\.js)/.exec(day.body)?.[1] ?? ''
  const asset = await pages(httpRequest('GET', `/app/assets/${script}`))
  const change = httpRequest('POST', '/app/api/deals', { title: 'By the pages', pipeline: 'b2b_new', owner: 'anna' })
  const sameSite = { ...change.headers, 'sec-fetch-site': 'same-origin' }
  const created = await pages({ ...change, headers: sameSite, cookies })
  const stranger = await pages(httpRequest('GET', '/app/board'))

  expect([day.statusCode, asset.statusCode, created.statusCode, stranger.statusCode]).toEqual([200, 200, 201, 302])
  expect(day.headers['content-security-policy']).toContain("default-src 'none'")
  expect(beyond(tableRights.pages)).toEqual([])
})

test('what is late a month later is noted by the deployed sweep with the rights it has', async () => {
  const run = await deployedHandler<object, void>('functions/schedules.ts')
  const at = new Date(Date.now() + 30 * 86_400_000).toISOString()
  const { Items = [] } = await engine.client.send(
    new ScanCommand({
      TableName: 'norma',
      FilterExpression: 'begins_with(sk, :task)',
      ExpressionAttributeValues: { ':task': 'T#' },
    }),
  )
  const dealId = String(Items[0]?.['pk']).slice('D#'.length)

  await run({ schedule: 'sweep-due', at })
  const overreach = beyond(tableRights.schedules)
  await run({ schedule: 'stand-in', at })

  expect(overreach).toEqual([])
  expect(beyond(tableRights.schedules)).toEqual([])
  const notes = (await itemsOf<{ readonly sk: string }>(dealId, 'E#')).filter(({ sk }) => sk.includes('~late~'))
  expect(notes.length).toBeGreaterThan(0)
})

test.each([
  'refresh-pace',
  'take-plan-snapshot',
  'reconcile-columns',
  'reconcile-plan',
  'reconcile-reports',
  'pack-reports',
  'send-email',
  'run-releases',
  'tell-mornings',
  'warn-behind',
])('%s runs deployed with the rights it has', async (schedule) => {
  const run = await deployedHandler<object, void>('functions/schedules.ts')

  await run({ schedule, at: new Date().toISOString() })

  expect(beyond(tableRights.schedules)).toEqual([])
})

test('scheduled rules are published, deals seated and people told of a failure by the deployed schedule with its rights', async () => {
  const run = await deployedHandler<object, void>('functions/schedules.ts')
  const { deals, rules, notices } = storePorts(
    { document: engine.client, table: 'norma', contactSecret: 'a secret of a test' },
    languagePort,
  )
  const { items } = await deals.column({ pipeline: 'b2b_new', stage: 'presentation', limit: 50 })
  const { version, text } = await rules.current()
  const at = new Date(Date.now() - 60_000).toISOString()
  const kept = { at, author: 'anna', now: [], hash: 'not asked', state: 'waiting' as const }
  const renamed = text
    .replaceAll(/\bpresentation\b/g, 'introduction')
    .replace(/^moved:.*$/m, 'moved:\n  presentation: introduction')
  await rules.schedule({ ...kept, id: `${at}~1`, note: 'Another name', expected: version, text: renamed })
  await rules.schedule({ ...kept, id: `${at}~2`, note: 'Too late', expected: version, text: `${renamed}# late\n` })
  watchman.take()

  await run({ schedule: 'run-releases', at: new Date().toISOString() })
  const overreach = beyond(tableRights.schedules)

  const stages = await Promise.all(items.map(async ({ id }) => (await deals.find(id))?.stage))
  const inbox = await notices.inbox('anna', { limit: 50 })
  expect(overreach).toEqual([])
  expect(stages.length).toBeGreaterThan(0)
  expect(new Set(stages)).toEqual(new Set(['introduction']))
  expect((await rules.scheduled()).map(({ note, state }) => [note, state])).toEqual([['Too late', 'failed']])
  expect(inbox.items.filter(({ kind }) => kind === 'publish_failed')).toHaveLength(1)
})

/** What was needed since the last look and is not among the rights. */
function beyond({ actions, indexes }: TableRights): readonly string[] {
  const allowed = new Set([...actions, ...indexes.map((index) => `dynamodb:Query:${index}`)])
  const needed = watchman.take()
  expect(needed.length).toBeGreaterThan(0)
  return needed.filter((right) => !allowed.has(right))
}

async function itemsOf<T>(dealId: string, prefix: string): Promise<readonly T[]> {
  const { Items = [] } = await engine.client.send(
    new QueryCommand({
      TableName: 'norma',
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': dealKeys.deal(dealId).pk, ':prefix': prefix },
    }),
  )
  return Items as T[]
}

/** A request as an HTTP API hands it over, version 2.0. */
function httpRequest(
  method: string,
  path: string,
  body?: unknown,
): { readonly headers: object; readonly [part: string]: unknown } {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    isBase64Encoded: false,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', host: 'api.example' },
    requestContext: {
      http: { method, path: rawPath, sourceIp: '192.0.2.1' },
      domainName: 'api.example',
      stage: '$default',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}

function message(event: DomainEvent, at: number): object {
  const body = JSON.stringify({ source: 'norma', 'detail-type': event.name, detail: event })
  return { messageId: `m${at}`, receiptHandle: `r${at}`, body, attributes: { ApproximateReceiveCount: '1' } }
}
