import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { inviteEmployee } from '#entry/usecases/invite-employee'
import { useEngine } from '#test/support/engine'
import { aDoor } from '#test/support/http'
import { anEntryScene } from './scene'

const engine = useEngine()
const folder = mkdtempSync(join(tmpdir(), 'norma-leaving-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('whoever leaves finds every door closed within a minute: token, cookie, key, calendar, link, agent, file', async () => {
  const { world, as, letIn } = await anEntryScene(engine, folder)
  const { ports } = world
  const door = await aDoor(world)
  const token = await door.mint({ sub: 'anna' })
  const cookie = await letIn.open('anna', 'password', 'Firefox')
  const key = (await door.post('/keys', { name: 'Form', scopes: { deals_read: 'own' } }, { token })).body.secret
  const feed = (await door.ask('PUT', '/me/calendar', { body: { shared: true }, token })).body.path
  const invited = (await inviteEmployee(ports, (await world.as('helen')).caller, 'anna')).path
  const { id } = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })).body
  const mcp = (bearer: string) =>
    door.fetch(
      new Request('http://norma.example/mcp', {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
      }),
    )
  const doors = async () => ({
    token: (await door.get(`/deals/${id}`, { token })).status,
    cookie: (await as(cookie, '/app/account')).status,
    key: (await door.get('/deals?owner=me', { token: key })).status,
    calendar: (await door.get(feed, { as: null })).status,
    invitation: (await as('', invited)).status,
    'agent with a token': (await mcp(token)).status,
    'agent with a key': (await mcp(key)).status,
    file: (await door.get(`/deals/${id}/files/file_1/address`, { token })).status,
  })

  const before = await doors()
  const { id: _id, ...anna } = (await door.get('/employees/anna')).body
  await door.ask('PUT', '/employees/anna', { body: { ...anna, active: false }, headers: { 'if-match': '*' } })
  world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString())
  const after = await doors()

  expect(before).toEqual({
    token: 200,
    cookie: 200,
    key: 200,
    calendar: 200,
    invitation: 200,
    'agent with a token': 200,
    'agent with a key': 200,
    file: 404,
  })
  expect(after).toEqual({
    token: 401,
    // Sent to sign in.
    cookie: 302,
    key: 401,
    calendar: 404,
    invitation: 404,
    'agent with a token': 401,
    'agent with a key': 401,
    file: 401,
  })
})
