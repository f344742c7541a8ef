import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'

import { employeeCaller, managerOf } from '#domain/kernel/access'
import { consumers } from '#product/lists/consumers'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
let door: Door
let world: World

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
})

const put = async (path: string, body: object, as = 'helen'): Promise<Reply> => {
  const tag = (await door.get(path)).headers.get('etag')
  return door.ask('PUT', path, { body, as, ...(tag === null ? {} : { headers: { 'if-match': tag } }) })
}
const grace = { name: 'Grace', department: 'b2b', roles: ['b2b_hunters'], active: true }

describe('people', () => {
  test('somebody hired may sign in and sees who they are', async () => {
    const saved = await put('/employees/grace', grace)
    const read = await door.get('/employees/grace', { as: 'anna' })
    const me = await door.get('/me', { as: 'grace' })

    expect([saved.status, read.body]).toEqual([200, { id: 'grace', ...grace }])
    expect(me.body).toMatchObject({
      employee: { id: 'grace' },
      reach: { deals_read: 'own', people_edit: 'none' },
      leads: [],
    })
  })

  test('colleagues see who somebody is and nothing more; whole is for whoever may change people, and for oneself', async () => {
    const secret = {
      email: 'rita@example.com',
      rights: { deals_read: 'department' },
      absences: [{ from: '2026-12-07', to: '2026-12-09' }],
    }
    const rita = { name: 'Rita', department: 'b2b', roles: ['b2b_hunters'], active: true }
    await put('/employees/rita', { ...rita, ...secret })
    const listed = async (as: string) =>
      ((await door.get('/employees', { as })).body.items as { id: string }[]).find(({ id }) => id === 'rita')
    const read = async (as: string) => (await door.get('/employees/rita', { as })).body

    const whole = { id: 'rita', ...rita, ...secret }
    for (const as of ['helen', 'rita']) expect([await listed(as), await read(as)]).toEqual([whole, whole])
    const seen = { id: 'rita', ...rita }
    for (const as of ['anna', 'boris']) expect([await listed(as), await read(as)]).toEqual([seen, seen])
  })

  test.each([
    ['a department that is not there', { department: 'b2x' }, 'department_unknown'],
    ['a role that is not in the file', { roles: ['layer'] }, 'field_value'],
    ['a calendar that is not in the file', { calendar: 'night' }, 'field_value'],
    [
      'a deputy who does not exist',
      { absences: [{ from: '2026-12-01', to: '2026-12-02', deputy: 'x' }] },
      'employee_unknown',
    ],
  ])('%s is refused', async (_, change, code) => {
    const reply = await put('/employees/hans', { ...grace, ...change })

    expect([reply.status >= 400, reply.body.code]).toEqual([true, code])
  })

  test('an id is written with small letters', async () => {
    const reply = await put('/employees/Hans', grace)

    expect([reply.status, reply.body.code]).toEqual([422, 'field_value'])
  })

  test.each([
    ['ends before it begins', { from: '2026-12-10', to: '2026-12-01' }, 'cannot come before its first'],
    ['is stood in for by whoever is away', { from: '2026-12-01', to: '2026-12-02', deputy: 'anna' }, 'for themselves'],
    ['is on days of another', { from: '2026-06-05', to: '2026-06-20' }, '2026-06-01 – 2026-06-05'],
  ])('an absence that %s is refused', async (_, absence, said) => {
    const { id: _id, ...anna } = (await door.get('/employees/anna')).body
    const before = { from: '2026-06-01', to: '2026-06-05' }
    const put = (absences: readonly object[]) =>
      door.ask('PUT', '/employees/anna', { body: { ...anna, absences }, headers: { 'if-match': '*' } })
    const written = await put([before])
    const refused = await put([before, absence])
    const { status } = await put([])

    expect([written.status, refused.status, status]).toEqual([200, 422, 200])
    expect(refused.body.detail).toContain(said)
  })

  test('an absence that was written down once is refused when it stands twice', async () => {
    const { id: _id, ...anna } = (await door.get('/employees/anna')).body
    const once = { from: '2026-06-01', to: '2026-06-05' }
    const put = (absences: readonly object[]) =>
      door.ask('PUT', '/employees/anna', { body: { ...anna, absences }, headers: { 'if-match': '*' } })

    const answers = [await put([once]), await put([once]), await put([once, once]), await put([])]

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 200])
    expect(answers[2]?.body.detail).toContain('2026-06-01 – 2026-06-05')
  })

  test('an e-mail address is kept without blanks, and is the same however its domain is spelled', async () => {
    const { id: _id, ...anna } = (await door.get('/employees/anna')).body
    const { id: _boris, ...boris } = (await door.get('/employees/boris')).body
    const put = (id: string, body: object) =>
      door.ask('PUT', `/employees/${id}`, { body, headers: { 'if-match': '*' } })

    const [trimmed, named] = [
      await put('anna', { ...anna, email: ' anna@x.ru ' }),
      await put('anna', { ...anna, email: 'Anna <Anna@x.ru>' }),
    ]
    const odd = [await put('anna', { ...anna, email: 'a@b,c' }), await put('anna', { ...anna, email: '<a@b>' })]
    const own = await put('anna', { ...anna, email: 'почта@пример.рф' })
    const taken = await put('boris', { ...boris, email: 'почта@xn--e1afmkfd.xn--p1ai' })
    const back = await put('anna', anna)

    expect([trimmed, named, own].map(({ body }) => body.email)).toEqual(['anna@x.ru', 'anna@x.ru', 'почта@пример.рф'])
    expect(odd.map(({ status }) => status)).toEqual([422, 422])
    expect([taken.status, back.status]).toEqual([422, 200])
    expect(taken.body.detail).toContain('is the address of Anna')
  })

  test('an e-mail address is one, and of one person who works here; what two had before stays', async () => {
    const { id: _id, ...anna } = (await door.get('/employees/anna')).body
    const { id: _boris, ...boris } = (await door.get('/employees/boris')).body
    const put = (id: string, body: object) =>
      door.ask('PUT', `/employees/${id}`, { body, headers: { 'if-match': '*' } })
    await put('boris', { ...boris, email: 'Sales@aurora.example' })

    const odd = await put('anna', { ...anna, email: 'anna@' })
    const taken = await put('anna', { ...anna, email: 'sales@aurora.example' })
    await world.ports.people.saveEmployee({ ...anna, id: 'anna', email: 'sales@aurora.example' })
    const kept = await put('anna', { ...anna, email: 'sales@aurora.example', roles: ['lawyer', 'lawyer'] })
    await put('boris', boris)
    const back = await put('anna', anna)

    expect([odd.status, taken.status, kept.status, back.status]).toEqual([422, 422, 200, 200])
    expect(odd.body.detail).toContain('“anna@” is not an e-mail address')
    expect(taken.body.detail).toContain('sales@aurora.example is the address of Boris')
    expect(kept.body.roles).toEqual(['lawyer'])
  })

  test('whoever leaves may have an address from before that is none', async () => {
    const { id: _id, ...anna } = (await door.get('/employees/anna')).body
    const put = (body: object) => door.ask('PUT', '/employees/anna', { body, headers: { 'if-match': '*' } })
    await world.ports.people.saveEmployee({ ...anna, id: 'anna', email: 'anna@aurora' })

    const answers = [
      await put({ ...anna, email: 'anna@aurora', active: false }),
      await put({ ...anna, email: 'anna@aurora' }),
      await put(anna),
    ]

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test.each(['/employees/me', '/departments/new'])(
    '%s means something else, so nothing new is called so',
    async (path) => {
      const body = path.startsWith('/e')
        ? { name: 'Me', department: null, roles: [], active: true }
        : { name: 'New', parent: null, head: null }

      expect((await door.ask('PUT', path, { body })).status).toBe(422)
    },
  )

  test('a department cannot be below itself, and its head must exist', async () => {
    const below = await put('/departments/sales', { name: 'Sales', parent: 'b2b', head: 'helen' })
    const itself = await put('/departments/b2b', { name: 'B2B', parent: 'b2b', head: 'boris' })
    await put('/departments/b2b', { name: 'Sales', parent: 'sales', head: 'boris' })
    const namesake = await put('/departments/sales', { name: 'Sales', parent: 'b2b', head: 'helen' })
    const head = await put('/departments/b2b', { name: 'B2B', parent: 'sales', head: 'nobody' })
    const fine = await put('/departments/b2b', { name: 'Companies', parent: 'sales', head: 'boris' })
    const all = await door.get('/departments')

    expect([below.body.code, itself.body.code]).toEqual(['department_cycle', 'department_cycle'])
    expect(itself.body.detail).toContain('cannot lie below itself')
    expect([below, namesake].map(({ body }) => body.detail).join()).not.toContain('below itself')
    expect([head.status, head.body.code, fine.status]).toEqual([422, 'employee_unknown', 200])
    expect(all.body.items).toContainEqual({ id: 'b2b', name: 'Companies', parent: 'sales', head: 'boris' })
  })

  test('a department that nobody needs is closed once nobody is in or below it, and opened again', async () => {
    const b2b = { name: 'B2B', parent: 'sales', head: 'boris' }
    await put('/departments/b2b_south', { name: 'South', parent: 'b2b', head: null })

    const full = await put('/departments/b2b', { ...b2b, active: false })
    const empty = await put('/departments/b2b_south', { name: 'South', parent: 'b2b', head: null, active: false })
    const hired = await put('/employees/grace', { ...grace, department: 'b2b_south' })
    const below = await put('/departments/b2b_deep', { name: 'Deep', parent: 'b2b_south', head: null })
    const shut = await put('/departments/b2b_deep', { name: 'Deep', parent: 'b2b_south', head: null, active: false })
    const early = await put('/departments/b2b_deep', { name: 'Deep', parent: 'b2b_south', head: null })
    const again = await put('/departments/b2b_south', { name: 'South', parent: 'b2b', head: null, active: true })
    const inside = await put('/employees/grace', { ...grace, department: 'b2b_south' })

    expect([full.status, full.body.code]).toEqual([409, 'department_in_use'])
    expect(full.body.detail).toMatch(/work Andrew, .+ more\. Move each of them .+ below it is “South”\. Close it first/)
    expect([empty.status, empty.body.active]).toEqual([200, false])
    expect([hired, below, early].map(({ status, body }) => [status, body.code])).toEqual(
      [1, 2, 3].map(() => [422, 'department_closed']),
    )
    expect(below.body.detail).toContain('open “South” first')
    expect([shut, again, inside].map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test('whoever was left in a closed department can be changed; whoever comes back to one needs another', async () => {
    const { people } = world.ports
    await put('/departments/b2b_south', { name: 'South', parent: 'b2b', head: null })
    await people.saveEmployee({ ...grace, id: 'grace', department: 'b2b_south' })
    await people.saveEmployee({ ...grace, id: 'gone', department: 'b2b_south', active: false })
    await people.saveDepartment({ id: 'b2b_south', name: 'South', parent: 'b2b', head: 'grace', active: false })

    const renamed = await put('/employees/grace', { ...grace, name: 'Grace Hopper', department: 'b2b_south' })
    const back = await put('/employees/gone', { ...grace, department: 'b2b_south' })
    const moved = await put('/employees/gone', grace)

    expect([renamed.status, back.body.code, moved.status]).toEqual([200, 'department_closed', 200])
  })

  test('a closed department is led by nobody', async () => {
    const org = await world.ports.people.load()
    const [b2b, boris] = [org.departments['b2b'], org.employees['boris']]
    if (b2b === undefined || boris === undefined) throw new Error('Both are there.')
    const closed = { ...org, departments: { ...org.departments, b2b: { ...b2b, active: false } } }

    expect(employeeCaller(boris, org.departments).reach.deals_read).toBe('department_below')
    expect(employeeCaller(boris, closed.departments).reach.deals_read).toBe('own')
    expect([managerOf('anna', org), managerOf('anna', closed)]).toEqual(['boris', 'helen'])
  })

  test('somebody who is not there is not found', async () => {
    const replies = await Promise.all([door.get('/employees/constructor'), door.get('/departments/nowhere')])

    expect(replies.map((reply) => [reply.status, reply.body.code])).toEqual([
      [404, 'employee_unknown'],
      [404, 'department_unknown'],
    ])
  })
})

describe('rules', () => {
  test('the directions read as they are sold, with the line of each rule', async () => {
    const { body } = await door.get('/pipelines', { as: 'anna' })

    const b2b = body.items.find((one: { id: string }) => one.id === 'b2b_new')
    expect(b2b.stages[0]).toMatchObject({ id: 'presentation', gate: { filled: ['decision_maker', 'need'] } })
    expect(b2b.stages[0].tasks[1]).toMatchObject({ id: 'confirm_seen', due: '1 working day after send_deck' })
  })

  test('new rules are published from the newest ones, faulty ones are not', async () => {
    const text = readFileSync('pipelines.yaml', 'utf8')
    const faulty = await door.post('/rules', { text: text.replace('by: owner', 'by: layer'), note: 'x', expected: 1 })
    const next = { text: `${text}\n# one more line\n`, note: 'A line', expected: 1 }
    const published = await door.post('/rules', next)
    const stale = await door.post('/rules', { ...next, text: `${text}\n# another\n` })
    const forbidden = await door.post('/rules', next, { as: 'anna' })

    expect([faulty.status, faulty.body.code]).toEqual([422, 'rules_faulty'])
    expect(faulty.body.diagnostics[0]).toMatchObject({ code: 'unknown-role', line: expect.any(Number) })
    expect([published.status, published.body.version, published.headers.get('location')]).toEqual([201, 2, '/rules/2'])
    expect([stale.status, forbidden.status]).toEqual([409, 403])
  })

  test('every version stays readable', async () => {
    const first = await door.get('/rules/1', { as: 'anna' })
    const known = await door.get('/rules/1', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    const absent = await door.get('/rules/99')

    expect([first.body.version, first.body.note, known.status, absent.status]).toEqual([1, 'first', 304, 404])
  })
})

test('currency and rates are set by whoever may change rules, and make sense', async () => {
  const set = await put('/settings', { currency: 'RUB', rates: { USD: '92.50' } })
  const own = await put('/settings', { currency: 'RUB', rates: { RUB: '1' } })
  const zero = await put('/settings', { currency: 'RUB', rates: { USD: '0.00' } })
  const forbidden = await put('/settings', { currency: 'RUB', rates: {} }, 'anna')
  const read = await door.get('/settings', { as: 'anna' })

  expect([set.status, own.status, zero.status, forbidden.status]).toEqual([200, 422, 422, 403])
  expect(read.body).toEqual({ currency: 'RUB', rates: { USD: '92.50' } })
})

test('the currency of a company stays once there is anything in it, and another one gets a rate', async () => {
  const company = await aDoor(await aWorld(engine))
  const set = (currency: string, rates = {}) =>
    company.ask('PUT', '/settings', { body: { currency, rates }, as: 'helen', headers: { 'if-match': '*' } })

  const empty = await set('KZT')
  const back = await set('RUB')
  await company.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })
  const refused = await set('USD', { RUB: '0.01' })
  const rated = await set('RUB', { USD: '92.5' })
  const kept = await company.get('/settings', { as: 'anna' })

  expect([empty.status, back.status, refused.status, rated.status]).toEqual([200, 200, 422, 200])
  expect(refused.body.detail).toContain('its currency cannot simply become USD')
  expect(kept.body).toEqual({ currency: 'RUB', rates: { USD: '92.5' } })
})

test('a plan keeps a company at its currency too', async () => {
  const company = await aDoor(await aWorld(engine))
  const set = (currency: string) =>
    company.ask('PUT', '/settings', { body: { currency, rates: {} }, as: 'helen', headers: { 'if-match': '*' } })
  const target = { metric: 'sum', scope: 'employee', id: 'anna', value: 100_000 }
  const planned = await company.ask('PUT', '/plans/2026-12', {
    body: { targets: [target] },
    as: 'helen',
    headers: { 'if-match': '*' },
  })

  expect([planned.status, (await set('USD')).status]).toEqual([200, 422])
})

test('the product says that it runs and what can be asked, to anybody', async () => {
  const health = await door.get('/health', { as: null })
  const described = await door.get('/openapi.json', { as: null })

  expect(health.body).toEqual({ status: 'ok', at: '2026-12-01T07:00:00.000Z' })
  expect(described.body.openapi).toBe('3.1.0')
})

describe('a handover', () => {
  const open = async (owner: string) => {
    const { body } = await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner })
    await door.post(`/deals/${body.id}/tasks`, { do: 'Call', by: 'owner', due: '1 working day' })
    return body.id as string
  }

  test('gives deals and tasks of one person to another, after saying what would go', async () => {
    const own = await open('fedor')
    const other = await open('anna')
    const { body: task } = await door.post(`/deals/${other}/tasks`, {
      do: 'Help',
      responsible: 'fedor',
      due: 'same day',
    })

    const planned = await door.post('/employees/fedor/handover', { to: 'andrew', dryRun: true }, { as: 'boris' })
    const before = await door.get('/deals?owner=fedor')
    const given = await door.post('/employees/fedor/handover', { to: 'andrew', reason: 'Left' }, { as: 'boris' })
    const follow = consumers.filter((one) => one.name === 'follow-deal')
    await world.run(follow, own)
    const again = await door.post('/employees/fedor/handover', { to: 'andrew' }, { as: 'boris' })

    expect([planned.body.deals, planned.body.tasks, before.body.items.length]).toEqual([[own], [task.id], 1])
    expect(given.body).toEqual({ ...planned.body, dryRun: false })
    expect([again.body.deals, again.body.tasks]).toEqual([[], []])
    const left = await door.get('/tasks?assignee=fedor')
    expect(left.body.items).toEqual([])
    expect((await door.get('/tasks?assignee=andrew')).body.items.length).toBeGreaterThanOrEqual(2)
  })

  test('is refused for others’ people, to nobody and to somebody who left', async () => {
    const foreign = await door.post('/employees/cyril/handover', { to: 'andrew' }, { as: 'boris' })
    const nobody = await door.post('/employees/anna/handover', { to: 'constructor' }, { as: 'boris' })
    const absent = await door.post('/employees/nobody/handover', { to: 'anna' })

    expect([foreign.status, absent.status, nobody.body.code]).toEqual([403, 404, 'employee_unknown'])
  })
})
