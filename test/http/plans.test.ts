import { beforeAll, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let door: Door

beforeAll(async () => {
  door = await aDoor(await aWorld(engine))
})

const set = (period: string, targets: object[], as = 'helen'): Promise<Reply> =>
  door.ask('PUT', `/plans/${period}`, { body: { targets }, as, headers: { 'if-match': '*' } })
const anna = { metric: 'sum', scope: 'employee', id: 'anna', value: 300_000_00 }

test('targets are set, seen by whom they concern, and taken away', async () => {
  const given = await set('2026-12', [anna, { metric: 'count', scope: 'company', id: '', value: 40 }])
  const own = await door.get('/plans/2026-12', { as: 'anna' })
  const other = await door.get('/plans/2026-12', { as: 'cyril' })
  const gone = await set('2026-12', [{ ...anna, value: null }])

  expect(given.body.targets).toHaveLength(2)
  expect(own.body.targets).toMatchObject([{ id: 'anna', name: 'Anna', value: 300_000_00, source: 'explicit' }])
  expect(other.body.targets).toEqual([])
  expect(gone.body.targets).toMatchObject([{ scope: 'company', value: 40 }])
})

test('a head sets the plan of the own department and of no other', async () => {
  const own = await set('2026-12', [anna], 'boris')
  const other = await set('2026-12', [{ ...anna, id: 'cyril' }], 'boris')
  const mine = await set('2026-12', [anna], 'anna')

  expect([own.status, other.status, mine.status]).toEqual([200, 403, 403])
})

test('a target for nobody, for an odd period or of a fraction is refused', async () => {
  const nobody = await set('2026-12', [{ ...anna, id: 'constructor' }])
  const period = await set('2026-13', [anna])
  const fraction = await set('2026-12', [{ ...anna, value: 1.5 }])

  expect([nobody.status, nobody.body.code]).toEqual([422, 'employee_unknown'])
  expect([period.status, period.body.code]).toEqual([404, 'period_unknown'])
  expect(fraction.body.errors).toEqual([
    {
      in: 'body',
      pointer: '/targets/0/value',
      detail: 'targets.0.value must be a whole number or null, you sent 1.5.',
    },
  ])
})

test('a recurring target is part of every period’s plan', async () => {
  const clara = { metric: 'sum', scope: 'employee', id: 'clara', value: 100_00 }
  const given = await door.ask('PUT', '/plans/recurring', {
    body: { targets: [{ ...clara, every: 'month', from: '2026-01' }] },
    headers: { 'if-match': '*' },
  })
  const read = await door.get('/plans/recurring', { as: 'clara' })
  const month = await door.get('/plans/2027-03', { as: 'clara' })

  expect([given.status, read.body.targets]).toEqual([200, given.body.targets])
  expect(month.body.targets).toMatchObject([{ id: 'clara', value: 100_00, source: 'recurring' }])
})

test('progress shows everybody what they may see', async () => {
  await set('2026-12', [anna])

  const all = await door.get('/plans/2026-12/progress?by=employee&at=2026-12-15')
  const own = await door.get('/plans/2026-12/progress', { as: 'anna' })
  const whole = await door.get('/plans/2026-12/progress?by=company', { as: 'anna' })
  const day = await door.get('/plans/2026-12/progress?at=2026-12-32')

  expect(all.body).toMatchObject({ today: '2026-12-15', metric: 'sum', by: 'employee' })
  expect(own.body.rows).toMatchObject([{ id: 'anna', plan: 300_000_00, fact: 0, percent: 0 }])
  expect([whole.status, day.status, day.body.errors[0].detail]).toEqual([
    403,
    400,
    'at must be a day such as 2026-11-23, you sent “2026-12-32”.',
  ])
})

test('a burn-up is of a row the caller may see', async () => {
  const own = await door.get('/plans/2026-12/burn-up?scope=employee&id=anna', { as: 'anna' })
  const company = await door.get('/plans/2026-12/burn-up', { as: 'anna' })

  expect([own.status, own.body.days, company.status]).toEqual([200, [], 403])
})

test('cells of a sheet are set one by one, and each says what became of it', async () => {
  const cell = { period: '2028-03', metric: 'sum', scope: 'employee', id: 'anna', value: 5_00, was: null }
  const put = (cells: object[], as: string): Promise<Reply> => door.ask('PUT', '/plans/cells', { body: { cells }, as })

  const given = await put([cell, { ...cell, id: 'cyril' }], 'boris')
  const read = await door.get('/plans/2028-03', { as: 'anna' })
  const none = await put([cell], 'anna')
  const wrong = await put([{ ...cell, value: -1 }], 'boris')

  expect([given.status, given.body.saved]).toEqual([200, 1])
  expect(given.body.cells).toMatchObject([
    { id: 'anna', value: 5_00 },
    { id: 'cyril', value: null, code: 'forbidden', detail: 'You may not set the plan of the employee “cyril”.' },
  ])
  expect(read.body.targets).toMatchObject([{ id: 'anna', value: 5_00 }])
  expect([none.status, wrong.status]).toEqual([403, 400])
  expect(wrong.body.errors).toMatchObject([{ pointer: '/cells/0/value' }])
})

test('a month that is over is closed by right and with a reason, and says who did it', async () => {
  const closing = (body: object, as = 'helen') => door.ask('PUT', '/plans/2026-10/closing', { body, as })

  const unasked = await closing({ closed: true, reason: 'Reported' }, 'anna')
  const mute = await closing({ closed: true })
  const closed = await closing({ closed: true, reason: 'Reported' })
  const running = await door.ask('PUT', '/plans/2026-12/closing', { body: { closed: true, reason: 'x' }, as: 'helen' })
  const year = await door.ask('PUT', '/plans/2026/closing', { body: { closed: true, reason: 'x' }, as: 'helen' })
  const seen = await door.get('/plans/2026-10/closing', { as: 'anna' })

  expect([unasked.status, mute.status, closed.status, running.status, year.status]).toEqual([403, 400, 200, 422, 422])
  expect(running.body.detail).toBe('2026-12 is not over yet: only a month before 2026-12 can be closed.')
  expect(seen.body).toMatchObject({ isClosed: true, acts: [{ closed: true, by: 'helen', reason: 'Reported' }] })
})
