import { expect, test } from 'vitest'

import { loggedPath } from '#http/logged-path'
import { openDoor } from '#http/operation-door'
import { operationDoors } from '#product/lists/operation-doors'
import { allOperations } from '#product/lists/operations'
import { useEngine } from '#test/support/engine'
import { aDoor } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
const secret = 'S3cret-S3cret-S3cret-S3cret-S3cret-S3cret-S3cret'
const withNames = allOperations.filter(({ path }) => path.includes('{'))
const open = withNames.filter(({ right }) => right === 'public')
const secretPaths = operationDoors.flatMap((door) => door.secret)
const addressOf = (path: string) => path.replaceAll(/\{[a-z]+\}/g, secret)

test('what is open to everybody and has a name in its address is guarded by that name alone: there is one at least', () => {
  expect(open.map(({ id }) => id)).toContain('readCalendar')
})

test.each(allOperations.map((one) => [`${one.method} ${one.path}`, one] as const))(
  'a log keeps of %s what is no secret',
  (_, { path, right }) => {
    const kept = loggedPath(addressOf(path), secretPaths)

    expect(kept).toBe(right === 'public' ? path : addressOf(path))
  },
)

test.each(open.flatMap(({ path }) => ['', '/', '.txt', '/more'].map((end) => [addressOf(path) + end] as const)))(
  'nor of %s, where nothing may be',
  (path) => {
    expect(loggedPath(path, secretPaths)).not.toContain(secret)
  },
)

test('what breaks behind any operation is logged without the secret of its address', async () => {
  const world = await aWorld(engine)
  const broken = open.map((one) => ({ ...one, run: () => Promise.reject(new Error('It broke.')) }))
  const door = await aDoor(world, { doors: [openDoor(broken)] })

  const replies = await Promise.all(open.map(({ path }) => door.get(addressOf(path), { as: null })))

  expect(replies.map(({ status }) => status)).toEqual(open.map(() => 500))
  expect(door.log).toHaveLength(open.length)
  expect(JSON.stringify(door.log)).not.toContain(secret)
})

test('nobody keeps what a secret address shows, and nobody guesses types', async () => {
  const world = await aWorld(engine)
  const door = await aDoor(world)
  const shared = await door.ask('PUT', '/me/calendar', { as: 'anna', body: { shared: true } })

  const calendar = await door.get(shared.body.path, { as: null })
  const health = await door.get('/health', { as: null })
  const unknown = await door.get('/calendar/none.ics', { as: null })

  expect(calendar.headers.get('cache-control')).toBe('private, no-store')
  expect(health.headers.get('cache-control')).toBe('no-cache')
  expect([unknown.status, unknown.headers.get('cache-control')]).toEqual([404, 'private, no-store'])
  for (const { headers } of [calendar, health, unknown]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  }
})
