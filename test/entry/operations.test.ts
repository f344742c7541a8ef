import { beforeAll, expect, test } from 'vitest'

import { beginSession } from '#entry/usecases/sessions'
import type { Ports } from '#ports/ports'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let ports: Ports
let door: Door

beforeAll(async () => {
  const world = await aWorld(engine)
  ports = { ...world.ports, ways: { by: 'link' } }
  door = await aDoor({ ports })
})

const begin = (employee: string) => beginSession(ports, { employee, by: 'password', userAgent: '' })

test('whoever may change people makes a link, and nobody else', async () => {
  const made = await door.post('/employees/anna/invitation', {})
  const anna = await door.post('/employees/anna/invitation', {}, { as: 'anna' })
  const unknown = await door.post('/employees/nobody/invitation', {})

  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ employee: 'anna', expiresAt: '2026-12-08T07:00:00.000Z' })
  expect(made.body.path).toMatch(/^\/app\/invitation\/anna~[\w-]{32}$/)
  expect([anna.status, unknown.status]).toEqual([403, 404])
})

test.each(['provider', 'picker', 'elsewhere'] as const)(
  'where people come in by %s, links are made as far as they help',
  async (by) => {
    const other = await aDoor({ ports: { ...ports, ways: { by } } })

    const { status } = await other.post('/employees/anna/invitation', {})

    expect(status).toBe(by === 'provider' ? 201 : 409)
  },
)

test('everybody sees and ends their own sessions, whoever may change people everybody’s', async () => {
  const [one, two, boris] = [await begin('anna'), await begin('anna'), await begin('boris')]
  const own = await door.get('/employees/anna/sessions', { as: 'anna' })
  const strange = await door.get('/employees/boris/sessions', { as: 'anna' })
  const ended = await door.ask('DELETE', `/employees/anna/sessions/${one.id}`, { as: 'anna' })
  const again = await door.ask('DELETE', `/employees/anna/sessions/${one.id}`, { as: 'anna' })
  const notTheirs = await door.ask('DELETE', `/employees/boris/sessions/${boris.id}`, { as: 'anna' })
  const all = await door.ask('DELETE', '/employees/anna/sessions')

  expect(own.body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual([one.id, two.id].toSorted())
  expect([strange.status, notTheirs.status]).toEqual([403, 403])
  expect([ended.body, again.status, all.body]).toEqual([{ ended: 1 }, 404, { ended: 1 }])
  expect(await ports.entry.sessions('boris')).toHaveLength(1)
})

test('a passkey is forgotten by its owner, the last one by somebody else alone', async () => {
  const passkey = { id: 'key-1', publicKey: 'x', counter: 0, transports: [], name: 'Chrome', at: ports.clock.now() }
  const { rev } = await ports.entry.find('anna')
  await ports.entry.save('anna', { rev: rev + 1, passkeys: [passkey, { ...passkey, id: 'key-2' }] })

  const strange = await door.ask('DELETE', '/employees/anna/passkeys/key-1', { as: 'boris' })
  const own = await door.ask('DELETE', '/employees/anna/passkeys/key-1', { as: 'anna' })
  const again = await door.ask('DELETE', '/employees/anna/passkeys/key-1', { as: 'anna' })

  const last = await door.ask('DELETE', '/employees/anna/passkeys/key-2', { as: 'anna' })
  const byOther = await door.ask('DELETE', '/employees/anna/passkeys/key-2')

  expect([strange.status, own.body, again.status]).toEqual([403, { removed: 'key-1' }, 404])
  // Their only way in; whoever may change people takes that of a lost device away, and can make a link.
  expect([last.status, last.body.code, byOther.status]).toEqual([409, 'passkey_last', 200])
})
