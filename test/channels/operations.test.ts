import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#channels/events/consumers'
import { arrivalEvent } from '#channels/domain/arrivals'
import { rawDoor } from '#channels/http/raw-door'
import { aDoor, type Door } from '#test/support/http'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
let world: World
let door: Door

beforeAll(async () => {
  world = await aWorld(engine)
  const helen = (await world.ports.people.load()).employees['helen']
  if (helen === undefined) throw new Error('Helen works here.')
  await world.ports.people.saveEmployee({ ...helen, rights: { ...helen.rights, channels_edit: 'all' } })
  door = await aDoor(world)
})

const send = (path: string, body: string, token: string) =>
  rawDoor({ ports: world.ports, log: () => undefined }).request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  })

describe('connecting an exchange', () => {
  test('shows the secret that is ours once, with what to enter where, and never again', async () => {
    const made = await door.post('/integrations', { id: 'office-pbx', adapter: 'generic', name: 'Office' })
    const read = await door.get('/integrations/office-pbx')

    expect(made.status).toBe(201)
    const key = made.body.secrets.key as string
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(made.body.connect.join(' ')).toContain(key)
    expect(made.body.connect.join(' ')).toContain('/in/office-pbx')
    expect(JSON.stringify(read.body)).not.toContain(key)
    expect(read.body).toMatchObject({ kind: 'phone', address: '/in/office-pbx', arrived: 0, paused: false })
  })

  test('is refused to whoever has no right, for a name that is taken, and for what the adapter does not know', async () => {
    const body = { id: 'office-pbx', adapter: 'generic', name: 'Office' }
    const [other, twice, secret, zone, line, login] = await Promise.all([
      door.post('/integrations', { ...body, id: 'other-pbx' }, { as: 'anna' }),
      door.post('/integrations', body),
      door.post('/integrations', { ...body, id: 'third-pbx', secrets: { salt: 'x' } }),
      door.post('/integrations', { ...body, id: 'third-pbx', settings: { zone: 'Moscow' } }),
      door.post('/integrations', { ...body, id: 'third-pbx', lines: { '+74955550000': 'nowhere' } }),
      door.post('/integrations', { ...body, id: 'third-pbx', logins: { '101': 'nobody' } }),
    ])

    expect(other.status).toBe(403)
    expect([twice, secret, zone, line, login].map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
    expect(secret.body.detail).toContain('there are: key')
    expect(zone.body.detail).toContain('Europe/Moscow')
  })

  test('may have its secret replaced: for a day both are good, then the new one alone', async () => {
    const made = await door.post('/integrations', { id: 'rotated-pbx', adapter: 'generic', name: 'Rotated' })
    const turned = await door.post('/integrations/rotated-pbx/secret', {})
    const [old, next] = [made.body.secrets.key as string, turned.body.secrets.key as string]
    const notice = '{"call":"1","direction":"in","client":"+79001234567","result":"missed"}'
    const first = [await send('/in/rotated-pbx', notice, old), await send('/in/rotated-pbx', notice, next)]
    const now = world.now()
    world.setNow(new Date(Date.parse(now) + 25 * 3_600_000).toISOString())
    const later = [await send('/in/rotated-pbx', notice, old), await send('/in/rotated-pbx', notice, next)]
    world.setNow(now)

    expect(old).not.toBe(next)
    expect([...first, ...later].map(({ status }) => status)).toEqual([200, 200, 401, 200])
  })
})

describe('what could not be read', () => {
  test('is read when the adapter is mended: what was missing is there, once', async () => {
    const made = await door.post('/integrations', { id: 'broken-pbx', adapter: 'generic', name: 'Broken' })
    const key = made.body.secrets.key as string
    await send('/in/broken-pbx', '{"call":"7"', key)
    await readAll('broken-pbx')
    const seen = await door.get('/integrations/broken-pbx/arrivals')
    const again = await door.post('/integrations/broken-pbx/replay', {})

    expect(seen.body.items).toMatchObject([{ state: 'unreadable' }])
    expect(seen.body.items[0].why).toContain('not JSON')
    expect(again.body).toEqual({ read: 0, unreadable: 1 })
  })

  test('because it was kept unread is read when somebody says so, and only once', async () => {
    const made = await door.post('/integrations', { id: 'paused-pbx', adapter: 'generic', name: 'Paused' })
    const key = made.body.secrets.key as string
    await door.post('/integrations/paused-pbx/pause', { paused: true })
    const body = '{"call":"9","direction":"in","client":"+79005550199","result":"missed"}'
    const answer = await send('/in/paused-pbx', body, key)
    await readAll('paused-pbx')
    const before = await world.ports.talks.findCall('paused-pbx:9')
    await door.post('/integrations/paused-pbx/pause', { paused: false })
    const replayed = [
      await door.post('/integrations/paused-pbx/replay', {}),
      await door.post('/integrations/paused-pbx/replay', {}),
    ]

    expect([answer.status, before]).toEqual([200, undefined])
    expect(replayed.map((one) => one.body)).toEqual([
      { read: 1, unreadable: 0 },
      { read: 0, unreadable: 0 },
    ])
    expect(await world.ports.talks.findCall('paused-pbx:9')).toMatchObject({ integration: 'paused-pbx' })
  })

  test('is not asked of an arrival that is none', async () => {
    const reply = await door.post('/integrations/broken-pbx/replay', { arrival: 'nothing' })

    expect([reply.status, reply.body.code]).toEqual([422, 'field_value'])
  })
})

async function readAll(integration: string): Promise<void> {
  const { items } = await world.ports.integrations.arrivals(integration, { limit: 100 })
  for (const { id, at } of items)
    for (const one of consumers) await one.run(world.ports, [arrivalEvent({ integration, id, at })])
}
