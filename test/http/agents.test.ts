import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { beforeEach, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

let world: World
let door: Door

beforeEach(async () => {
  world = await aWorldInMemory()
  door = await aDoor(world)
})

const revisions = [
  ['2026-07-28', { versionNegotiation: { mode: { pin: '2026-07-28' } } }],
  ['2025-11-25', {}],
] as const

/** The official client, which asks our app without a network. */
async function agent(options: object, token: string): Promise<Client> {
  const transport = new StreamableHTTPClientTransport(new URL('http://norma.example/mcp'), {
    fetch: async (url, init) => door.fetch(new Request(url, init)),
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  })
  const client = new Client({ name: 'test', version: '1' }, options)
  await client.connect(transport)
  return client
}

const aDeal = async () => (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })).body

describe.each(revisions)('an agent that speaks %s', (revision, options) => {
  test('is told twelve tools, each of which says what it wants', async () => {
    const client = await agent(options, await door.mint({ sub: 'anna' }))

    const { tools } = await client.listTools()

    expect(client.getNegotiatedProtocolVersion()).toBe(revision)
    expect(tools.map(({ name }) => name).toSorted()).toEqual([
      'addComment',
      'completeTask',
      'createDeal',
      'findClients',
      'findDeals',
      'moveDeal',
      'nextTasks',
      'proposeMerge',
      'readClient',
      'readDeal',
      'readPlan',
      'readReport',
    ])
    const move = tools.find(({ name }) => name === 'moveDeal')
    expect(move?.inputSchema.required).toEqual(['deal', 'toStage'])
    expect(Object.keys(move?.inputSchema.properties ?? {})).toEqual(
      expect.arrayContaining(['deal', 'toStage', 'seenVersion', 'idempotencyKey']),
    )
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint === true)).toHaveLength(8)
  })

  test('makes and moves a deal; the timeline says that an agent did it for whom', async () => {
    const client = await agent(options, await door.mint({ sub: 'anna' }))
    const made = await client.callTool({
      name: 'createDeal',
      arguments: { title: 'Coffee', pipeline: 'b2b_new', owner: 'anna', idempotencyKey: 'one' },
    })
    const { id } = made.structuredContent as { id: string }
    await world.run(consumers, id)
    const { stages } = (await door.get('/pipelines')).body.items.find((one: { id: string }) => one.id === 'b2b_new')

    const refused = await client.callTool({ name: 'moveDeal', arguments: { deal: id, toStage: stages[1].id } })
    const byApi = await door.post(`/deals/${id}/moves`, { toStage: stages[1].id }, { as: 'anna' })
    const { missing } = byApi.body
    const fields = Object.fromEntries(missing.fields.map((one: { id: string }) => [one.id, 'Said by telephone']))
    const complete = missing.tasks.map((one: { id: string }) => one.id)
    const moved = await client.callTool({
      name: 'moveDeal',
      arguments: { deal: id, toStage: stages[1].id, fields, complete },
    })

    expect(refused.isError).toBe(true)
    const { correlationId: _one, ...told } = refused.structuredContent as Record<string, unknown>
    const { correlationId: _other, ...said } = byApi.body
    expect(told).toEqual(said)
    expect(told).toMatchObject({ code: 'gate_blocked' })
    expect(JSON.stringify(refused.content)).toContain(JSON.stringify(String(said.detail)).slice(1, -1))
    expect(moved).not.toMatchObject({ isError: true })
    expect(moved.structuredContent).toMatchObject({ stage: stages[1].id })
    expect((await world.eventsOf(id)).map(({ name, actor }) => [name, actor])).toEqual(
      ['deal.created', 'deal.moved'].map((name) => [name, { kind: 'employee', id: 'anna', via: 'agent' }]),
    )
  })

  test('with a key does what the key may, and nothing more', async () => {
    const { id } = await aDeal()
    const { secret } = (await door.post('/keys', { name: 'Agent', scopes: { deals_read: 'own' } }, { as: 'anna' })).body
    const client = await agent(options, secret)

    const read = await client.callTool({ name: 'readDeal', arguments: { deal: id } })
    const made = await client.callTool({ name: 'createDeal', arguments: { title: 'Tea', pipeline: 'b2b_new' } })

    expect(read.structuredContent).toMatchObject({ deal: { id } })
    expect(made).toMatchObject({ isError: true, structuredContent: { code: 'forbidden' } })
  })

  test('merges nothing: it is told what would become of two cards', async () => {
    const make = async (name: string) => (await door.post('/clients', { kind: 'company', name, owner: 'anna' })).body.id
    const [winner, loser] = [await make('Aurora'), await make('Aurora Ltd')]
    const client = await agent(options, await door.mint({ sub: 'anna' }))

    const plan = await client.callTool({ name: 'proposeMerge', arguments: { client: winner, loser, dryRun: false } })

    expect(plan.isError).toBeUndefined()
    expect((await door.get(`/clients/${loser}`)).body).toMatchObject({ id: loser })
  })
})

describe('the door of agents', () => {
  const post = async (message: object, headers: Record<string, string> = {}, token?: string) => {
    const bearer = token ?? (await door.mint({ sub: 'anna' }))
    const response = await door.fetch(
      new Request('http://norma.example/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, ...headers },
        body: JSON.stringify(message),
      }),
    )
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta } }

  test('refuses headers that do not say what the body says, revisions it does not speak, and methods it has not', async () => {
    const version = { 'mcp-protocol-version': '2026-07-28' }
    const other = { ..._meta, 'io.modelcontextprotocol/protocolVersion': '2031-01-01' }

    const replies = [
      await post(list, { ...version, 'mcp-method': 'tools/call' }),
      await post(list, version),
      await post(
        { ...list, params: { _meta: other } },
        { 'mcp-protocol-version': '2031-01-01', 'mcp-method': 'tools/list' },
      ),
      await post({ ...list, method: 'resources/list' }, { ...version, 'mcp-method': 'resources/list' }),
      await post({ id: 1 }),
    ]

    expect(replies.map(({ status, body }) => [status, body.error.code])).toEqual([
      [400, -32_020],
      [400, -32_020],
      [400, -32_022],
      [404, -32_601],
      [400, -32_700],
    ])
    expect(replies[2]?.body.error.data.supported).toEqual(['2026-07-28', '2025-11-25', '2025-06-18', '2025-03-26'])
  })

  test('is closed to strangers, to what else than POST asks, and believes nobody who says to be an agent', async () => {
    const { id } = await aDeal()
    const stranger = await post(list, {}, 'not.a.token')
    const get = await door.fetch(new Request('http://norma.example/mcp'))
    await door.post(`/deals/${id}/comments`, { text: 'Hello' }, { as: 'anna', headers: { via: 'agent' } })

    expect([stranger.status, get.status]).toEqual([401, 405])
    expect((await world.eventsOf(id)).map(({ actor }) => actor.via)).not.toContain('agent')
  })

  test('says who gives tokens for it, and tells whoever is refused where to read that', async () => {
    const askedAt = async (on: Door, path: string) => on.fetch(new Request(`https://norma.example${path}`))
    const provider = await aDoor(world, { issuer: 'https://id.example/norma' })
    const refused = await door.fetch(new Request('https://norma.example/mcp', { method: 'POST', body: '{}' }))
    const [, place = ''] = /resource_metadata="([^"]+)"/.exec(refused.headers.get('www-authenticate') ?? '') ?? []

    const said = await provider.fetch(new Request(place))
    const own = await (
      await askedAt(await aDoor(world, { issuer: 'urn:norma:local' }), '/.well-known/oauth-protected-resource')
    ).json()

    expect([refused.status, place]).toEqual([401, 'https://norma.example/.well-known/oauth-protected-resource/mcp'])
    expect([said.status, await said.json()]).toEqual([
      200,
      {
        resource: 'https://norma.example/mcp',
        resource_name: 'Norma',
        bearer_methods_supported: ['header'],
        authorization_servers: ['https://id.example/norma'],
      },
    ])
    expect(own).not.toHaveProperty('authorization_servers')
    expect((await askedAt(door, '/.well-known/oauth-protected-resource/deals')).status).toBe(404)
    expect((await door.ask('GET', '/deals', { as: null })).headers.get('www-authenticate')).not.toContain('metadata')
  })

  test('answers whatever a tool is called with: no fault, no other operation, nothing echoed at length', async () => {
    const token = await door.mint({ sub: 'anna' })
    const { id } = await aDeal()
    const call = async (name: unknown, given: unknown) => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } })
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const answer = await door.fetch(new Request('http://norma.example/mcp', { method: 'POST', headers, body }))
      const said = await answer.text()
      const { result, error } = JSON.parse(said) as {
        result?: { structuredContent?: { status?: number; version?: number }; isError?: boolean }
        error?: { code: number }
      }
      return { status: answer.status, length: said.length, code: error?.code, api: result?.structuredContent?.status }
    }
    const long = 'ы'.repeat(500_000)
    const proto = JSON.parse('{"deal":"x","__proto__":{"a":1},"constructor":1}') as object
    const moves = { deal: id, toStage: 'offer' }

    // Out of the path, or not said at all.
    const out = [{ deal: '..' }, { deal: '.' }, { deal: ' ..' }, { deal: '' }, { deal: long }, {}, []]
    expect(await Promise.all(out.map(async (given) => (await call('readDeal', given)).code))).toEqual(
      out.map(() => -32_602),
    )
    // Names that are none, of prototypes too.
    const names = ['toString', '__proto__', 'constructor', '', null, 7, {}, long]
    const unknown = await Promise.all(names.map((name) => call(name, {})))
    expect(unknown.map(({ code }) => code)).toEqual(names.map(() => -32_602))
    expect(Math.max(...unknown.map(({ length }) => length))).toBeLessThan(1000)
    // Everything else the API refuses in its own words.
    const wrong: readonly (readonly [string, unknown, number])[] = [
      ['readDeal', { deal: ['a'] }, 404],
      ['readDeal', { deal: { id } }, 404],
      ['readDeal', { deal: '%2e%2e/clients' }, 404],
      ['readDeal', { deal: `${'..'}/clients` }, 404],
      ['readDeal', { deal: '\uD800' }, 404],
      ['readDeal', proto, 400],
      ['moveDeal', { ...moves, seenVersion: '1\r\nx-evil: 1' }, 412],
      ['moveDeal', { ...moves, seenVersion: { a: 1 } }, 412],
      ['moveDeal', { ...moves, toStage: long }, 400],
      ['moveDeal', { ...moves, idempotencyKey: 'ключ\n' }, 422],
      ['createDeal', { title: { toString: 1 }, pipeline: 'b2b_new' }, 400],
      ['createDeal', { title: long, pipeline: 'b2b_new' }, 400],
      ['findDeals', { text: long }, 400],
    ]
    const told = []
    for (const [name, given] of wrong) {
      const { status, api, length } = await call(name, given)
      told.push([name, status, api, length < 5000])
    }
    expect(told).toEqual(wrong.map(([name, , api]) => [name, 200, api, true]))
  })

  test('has no tool that merges, erases, shows numbers, exports or changes people', async () => {
    const names = ['mergeClients', 'revealClientWay', 'readDealTableCsv', 'saveEmployee', 'createKey', 'toString']

    const replies = await Promise.all(
      names.map((name) =>
        post(
          { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: {}, _meta } },
          { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': name },
        ),
      ),
    )

    expect(replies.map(({ status, body }) => [status, body.error.code])).toEqual(names.map(() => [400, -32_602]))
  })
})
