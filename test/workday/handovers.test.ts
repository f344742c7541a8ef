import { beforeEach, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { goOnWithHandovers } from '#workday/usecases/handovers'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { runs } from '#test/support/runs'
import { aWorldInMemory, type World } from '#test/support/world'

let world: World
let door: Door

beforeEach(async () => {
  world = await aWorldInMemory()
  door = await aDoor(world)
})

type Thing = { readonly kind: string; readonly id: string; readonly to: string; readonly state: string }

/** Deals and clients of Anna, and tasks of hers in deals of Boris. */
async function annaHas(counts: { readonly deals: number; readonly clients: number; readonly tasks: number }) {
  const make = async (path: string, body: object, count: number): Promise<readonly string[]> => {
    const ids: string[] = []
    for (let no = 0; no < count; no += 1) ids.push((await door.post(path, body)).body.id)
    return ids
  }
  const deals = await make('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' }, counts.deals)
  const clients = await make('/clients', { kind: 'company', name: 'Aurora', owner: 'anna' }, counts.clients)
  const [other] = await make('/deals', { title: 'Coffee', pipeline: 'b2b_new', owner: 'boris' }, 1)
  const task = { do: 'Call', responsible: 'anna', due: '1 working day' }
  const tasks = await make(`/deals/${other}/tasks`, task, counts.tasks)
  return { deals, clients, tasks }
}

const start = (body: object) => door.post('/handovers', { from: 'anna', to: ['andrew'], ...body })
const counted = (things: readonly Thing[]) => {
  const counts: Record<string, number> = {}
  for (const { kind, state } of things) counts[`${kind} ${state}`] = (counts[`${kind} ${state}`] ?? 0) + 1
  return counts
}

describe('a handover', () => {
  test('does what its plan says, and a dry run changes nothing', async () => {
    const { deals } = await annaHas({ deals: 6, clients: 5, tasks: 4 })

    const plan = (await start({ dryRun: true, to: ['andrew', 'fedor'] })).body
    const untouched = (await door.get(`/deals/${deals[0]}`)).body.deal.owner
    const done = (await start({ to: ['andrew', 'fedor'], reason: 'Moves to another city' })).body

    const placed = ({ things }: { things: readonly Thing[] }) => things.map(({ kind, id, to }) => [kind, id, to])
    expect([plan.id, plan.state, untouched]).toEqual(['', 'planned', 'anna'])
    expect(placed(done)).toEqual(placed(plan))
    expect(counted(done.things)).toEqual({ 'deal given': 6, 'client given': 5, 'task given': 4 })
    expect(done.state).toBe('done')
    const owners = await Promise.all(deals.map(async (id) => (await door.get(`/deals/${id}`)).body.deal.owner))
    expect(owners.filter((one) => one === 'andrew')).toHaveLength(3)
    expect((await door.get('/clients?owner=anna')).body.items).toEqual([])
    expect((await world.eventsOf(deals[0] ?? '')).at(-1)).toMatchObject({ actor: { id: 'helen' } })
    expect((await start({ dryRun: true })).body.things).toEqual([])
  })

  test('takes everybody once, and says whom it was told twice', async () => {
    const said = async (language: string) =>
      (
        await door.ask('POST', '/handovers', {
          body: { from: 'anna', to: ['andrew', 'fedor', 'andrew'] },
          headers: { 'accept-language': language },
        })
      ).body.detail

    expect([await said('en'), await said('ru')]).toEqual(['to has “andrew” twice.', 'Указано дважды: «andrew» в to.'])
  })

  test('takes along what is owed in a talk and is of no deal', async () => {
    await annaHas({ deals: 0, clients: 0, tasks: 1 })
    const [like] = (await world.ports.deals.openTasks({ responsible: 'anna', limit: 10 })).items
    if (like === undefined) throw new Error('Anna has a task.')
    const subject = { kind: 'talk', id: 'talk_a' } as const
    await world.ports.deals.openTask({ ...like, id: 'task_talk_a-call_back-1', dealId: '', subject, rev: 1 })

    const done = (await start({})).body
    const page = await (
      await pagesOn(world)(`/app/handovers/${done.id}`, {
        as: 'helen',
        headers: { cookie: 'norma_session=token-helen' },
      })
    ).text()

    expect(counted(done.things)).toEqual({ 'task given': 2 })
    expect(await world.ports.deals.tasksOfSubject(subject)).toMatchObject([{ responsible: 'andrew', status: 'open' }])
    expect(page).toContain('href="/app/talks/talk_a"')
  })

  test.each([1, 8, 26, 40, 61])('that is killed at its request %i goes on and gives nothing twice', async (at) => {
    const { deals } = await annaHas({ deals: 30, clients: 30, tasks: 0 })
    const { clients, deals: store } = world.ports
    let left = at
    const dying =
      <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        left -= 1
        if (left === 0) throw new Error('killed')
        const answer = await call(...args)
        left -= 1
        if (left === 0) throw new Error('killed')
        return answer
      }
    const ports = {
      ...world.ports,
      clients: { ...clients, save: dying(clients.save) },
      deals: { ...store, save: dying(store.save) },
    }

    const dead = await (await aDoor({ ports })).post('/handovers', { from: 'anna', to: ['andrew'] })
    await goOnWithHandovers(world.ports)

    expect(dead.status).toBe(500)
    const [handover] = (await door.get('/handovers')).body.items
    const { things, state } = (await door.get(`/handovers/${handover.id}`)).body
    expect([state, counted(things)]).toEqual(['done', { 'deal given': 30, 'client given': 30 }])
    for (const id of deals) {
      const names = (await world.eventsOf(id)).map(({ name }) => name)
      expect(names.filter((name) => name === 'deal.owner_changed')).toHaveLength(1)
    }
  })

  test('gives back what nobody has touched, lists what somebody has, and leaves what went on to others', async () => {
    const { deals, clients } = await annaHas({ deals: 4, clients: 3, tasks: 2 })
    const { id, things } = (await start({})).body
    for (const deal of deals) await world.run(consumers, deal)
    const any = { headers: { 'if-match': '*' } }
    await door.ask('PATCH', `/deals/${deals[0]}`, { body: { title: 'Green tea' }, ...any })
    await door.ask('PUT', `/deals/${deals[1]}/owner`, { body: { owner: 'fedor' }, ...any })
    await door.ask('PATCH', `/clients/${clients[0]}`, { body: { name: 'Aurora North' }, ...any })

    const back = (await door.post(`/handovers/${id}/return`, {})).body

    expect(counted(things)).toEqual({ 'deal given': 4, 'client given': 3, 'task given': 2 })
    expect(counted(back.things)).toEqual({
      'deal returned': 2,
      'deal touched': 2,
      'client returned': 2,
      'client touched': 1,
      'task returned': 2,
    })
    expect(back.state).toBe('returned')
    expect((await door.get(`/deals/${deals[3]}`)).body.deal.owner).toBe('anna')
    expect((await door.get(`/deals/${deals[1]}`)).body.deal.owner).toBe('fedor')
  })

  test('says what cannot go and why, and goes on with the rest', async () => {
    const { deals } = await annaHas({ deals: 3, clients: 0, tasks: 0 })
    const { save } = world.ports.deals
    const saved: typeof save = async (change) => {
      if (change.deal.id === deals[1]) throw Object.assign(new Error('away'), {})
      return save(change)
    }
    const dead = await (
      await aDoor({ ports: { ...world.ports, deals: { ...world.ports.deals, save: saved } } })
    ).post('/handovers', { from: 'anna', to: ['andrew'] })
    const { id: _id, ...andrew } = (await door.get('/employees/andrew')).body
    await door.ask('PUT', '/employees/andrew', { body: { ...andrew, active: false }, headers: { 'if-match': '*' } })
    await goOnWithHandovers(world.ports)
    const [{ id }] = (await door.get('/handovers')).body.items

    const { things } = (await door.get(`/handovers/${id}`)).body

    expect(dead.status).toBe(500)
    expect(counted(things)).toEqual({ 'deal given': 1, 'deal failed': 2 })
    expect(things.find((one: Thing) => one.state === 'failed')).toMatchObject({
      code: 'employee_inactive',
      said: [{ say: 'employee_inactive' }],
    })
    const act = await pagesOn(world)(`/app/handovers/${id}`, {
      as: 'helen',
      headers: { cookie: 'norma_session=token-helen; norma_language=ru' },
    })
    expect(await act.text()).toContain('больше не работает')
  })

  test('of a whole desk is what its plan says, killed on the way gives nothing twice, and comes back untouched', async () => {
    const size = { deals: runs(300), clients: runs(500), tasks: runs(200) }
    await annaHas(size)
    const to = ['andrew', 'fedor']
    const plan = (await start({ dryRun: true, to })).body
    const { save } = world.ports.deals
    let left = Math.ceil(size.deals / 2)
    const dying: typeof save = async (change) => {
      left -= 1
      if (left === 0) throw new Error('killed')
      await save(change)
    }
    const ports = { ...world.ports, deals: { ...world.ports.deals, save: dying } }
    const dead = await (await aDoor({ ports })).post('/handovers', { from: 'anna', to })
    await goOnWithHandovers(world.ports)
    const [{ id }] = (await door.get('/handovers')).body.items
    const done = (await door.get(`/handovers/${id}`)).body
    await door.post(`/handovers/${id}/return`, {})
    await goOnWithHandovers(world.ports)
    const back = (await door.get(`/handovers/${id}`)).body

    const whole = (state: string) => ({
      [`deal ${state}`]: size.deals,
      [`client ${state}`]: size.clients,
      [`task ${state}`]: size.tasks,
    })
    expect([dead.status, done.state, back.state]).toEqual([500, 'done', 'returned'])
    expect(done.things.map(({ kind, id: one, to: whom }: Thing) => [kind, one, whom])).toEqual(
      plan.things.map(({ kind, id: one, to: whom }: Thing) => [kind, one, whom]),
    )
    expect([counted(done.things), counted(back.things)]).toEqual([whole('given'), whole('returned')])
    const changes = await Promise.all(
      done.things.flatMap((one: Thing) => (one.kind === 'deal' ? [world.eventsOf(one.id)] : [])),
    )
    for (const events of changes as { name: string }[][])
      expect(events.filter(({ name }) => name === 'deal.owner_changed')).toHaveLength(2)
  })

  test('for a while gives tasks alone, and the clock brings back on its day what is still open', async () => {
    const { deals } = await annaHas({ deals: 1, clients: 1, tasks: 2 })
    for (const deal of deals) await world.run(consumers, deal)
    const refused = [await start({ until: '2026-12-11', what: ['deal'] }), await start({ until: '2026-12-01' })]
    const { id, things, until } = (await start({ until: '2026-12-11' })).body
    const during = (await door.get('/tasks?assignee=andrew')).body.items
    const [first] = during
    await door.post(`/tasks/${first.id}/completion`, {}, { as: 'andrew' })
    await goOnWithHandovers(world.ports)
    const waiting = (await door.get(`/handovers/${id}`)).body.state
    world.setNow('2026-12-11T07:00:00.000Z')
    await goOnWithHandovers(world.ports)
    const back = (await door.get(`/handovers/${id}`)).body

    expect(refused.map(({ body }) => body.code)).toEqual(['field_value', 'field_value'])
    expect(until).toBe('2026-12-11')
    expect(Object.keys(counted(things))).toEqual(['task given'])
    expect(waiting).toBe('done')
    expect(back.state).toBe('returned')
    expect(counted(back.things)['task returned']).toBe(things.length - 1)
    expect((await door.get(`/deals/${deals[0]}`)).body.deal.owner).toBe('anna')
  })

  test('is led step by step from the page of whoever leaves, up to the act', async () => {
    await annaHas({ deals: 2, clients: 1, tasks: 1 })
    const page = async (query = '') =>
      (
        await pagesOn(world)(`/app/people/anna/leaving${query}`, {
          as: 'helen',
          headers: { cookie: 'norma_session=token-helen; norma_language=ru' },
        })
      ).text()

    const [empty, planned] = [await page(), await page('?to=andrew&to=fedor&split=fewest')]
    const { id } = (await start({ to: ['andrew', 'fedor'], split: 'fewest' })).body

    const started = await page('?to=clara')
    for (const html of [empty, planned, started]) {
      expect([...html.matchAll(/<h2 [^>]*>(\d)\. /g)].map(([, no]) => no)).toEqual(['1', '2', '3', '4', '5'])
    }
    expect(empty).toContain('Сначала покажите план')
    expect(empty).toContain('Закрыть все входы')
    expect(empty).not.toContain('Передать всё')
    expect(planned).toContain('Передать всё')
    expect(planned).toContain('"from":"anna","to":["andrew","fedor"],"split":"fewest"'.replaceAll('"', '&quot;'))
    expect(await page()).toContain(`/app/handovers/${id}`)
  })

  test('that is asked for twice under one key is one, and with another content is refused', async () => {
    await annaHas({ deals: 3, clients: 1, tasks: 0 })
    const ask = (body: object, key = 'leaving-1') =>
      door.ask('POST', '/handovers', { body: { from: 'anna', ...body }, headers: { 'idempotency-key': key } })

    const plan = await ask({ to: ['andrew'], dryRun: true })
    const first = await ask({ to: ['andrew'] })
    const [again, together] = await Promise.all([ask({ to: ['andrew'] }), ask({ to: ['andrew'] })])
    const other = await ask({ to: ['fedor'] })
    const both = await Promise.all([ask({ to: ['boris'] }, 'leaving-2'), ask({ to: ['boris'] }, 'leaving-2')])

    expect([plan.body.state, first.status, again.status]).toEqual(['planned', 201, 201])
    expect([again.body, together.body]).toEqual([first.body, first.body])
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1)
    expect((await door.get('/handovers')).body.items).toHaveLength(2)
  })

  test('that was broken off after its plan was kept goes on when it is asked for again with its key', async () => {
    const { deals } = await annaHas({ deals: 2, clients: 0, tasks: 0 })
    const save = () => Promise.reject(new Error('killed'))
    const broken = await aDoor({ ports: { ...world.ports, deals: { ...world.ports.deals, save } } })
    const ask = (to: Door) =>
      to.ask('POST', '/handovers', { body: { from: 'anna', to: ['andrew'] }, headers: { 'idempotency-key': 'once' } })

    const [dead, again] = [await ask(broken), await ask(door)]

    expect([dead.status, again.status, again.body.state]).toEqual([500, 201, 'done'])
    expect(counted(again.body.things)).toEqual({ 'deal given': deals.length })
    expect((await door.get('/handovers')).body.items).toHaveLength(1)
  })

  test('gives nobody what they could not work with: who and which right it is stands in the refusal and on the page', async () => {
    await annaHas({ deals: 1, clients: 1, tasks: 1 })
    const { fedor } = (await world.ports.people.load()).employees
    if (fedor === undefined) throw new Error('Fedor works here.')
    const can = (rights: NonNullable<typeof fedor.rights>) => world.ports.people.saveEmployee({ ...fedor, rights })
    const leaving = async () =>
      (
        await pagesOn(world)('/app/people/anna/leaving?to=fedor', {
          as: 'helen',
          headers: { cookie: 'norma_session=token-helen; norma_language=ru' },
        })
      ).text()

    await can({ deals_edit: 'none' })
    const deals = [
      await start({ to: ['andrew', 'fedor'], split: 'by_pipeline', dryRun: true }),
      await start({ to: ['fedor'] }),
      await door.post('/employees/anna/handover', { to: 'fedor' }),
    ]
    const page = await leaving()
    await can({ clients_read: 'none' })
    const clients = await start({ to: ['fedor'] })
    await can({ deals_read: 'none', deals_edit: 'none', clients_read: 'none' })
    const tasks = await start({ to: ['fedor'], what: ['task'] })

    expect(deals.map(({ status }) => status)).toEqual([201, 422, 422])
    expect(deals.slice(1).map(({ body }) => [body.code, body.employee, body.right])).toEqual([
      ['employee_lacks_right', 'fedor', 'deals_edit'],
      ['employee_lacks_right', 'fedor', 'deals_edit'],
    ])
    expect(page).toContain('Fedor» не сможет вести сделку: у него нет права «Меняет сделки и задачи»')
    expect(page).not.toContain('data-api="POST /handovers"')
    expect([clients.body.code, clients.body.right]).toEqual(['employee_lacks_right', 'clients_read'])
    expect([tasks.status, counted(tasks.body.things)]).toEqual([201, { 'task given': 1 }])
  })

  test('takes over keys of the company with those who may change people, and is nobody else’s to see', async () => {
    const key = { name: 'Warehouse', scopes: { deals_read: 'own' }, isOfCompany: true }
    const { id } = (await door.post('/keys', key)).body.key

    const done = (await door.post('/handovers', { from: 'helen', to: ['boris'], what: ['key'] })).body
    const others = await Promise.all(['anna', 'boris'].map((as) => door.get(`/handovers/${done.id}`, { as })))
    const refused = [
      await door.post('/handovers', { from: 'boris', to: ['anna'] }, { as: 'anna' }),
      await start({ to: ['anna'] }),
      await start({ to: ['nobody'] }),
    ]

    expect(counted(done.things)).toEqual({ 'key given': 1 })
    expect((await door.get(`/keys/${id}`, { as: 'boris' })).body.responsible).toBe('boris')
    expect(others.map(({ status }) => status)).toEqual([404, 404])
    expect(refused.map(({ body }) => body.code)).toEqual(['forbidden', 'nobody_to_give_to', 'employee_unknown'])
  })
})

describe('what is given to somebody', () => {
  const any = { headers: { 'if-match': '*' } }

  beforeEach(async () => {
    const { fedor } = (await world.ports.people.load()).employees
    if (fedor === undefined) throw new Error('Fedor works here.')
    const rights = { deals_read: 'none', deals_edit: 'none', clients_read: 'none' } as const
    await world.ports.people.saveEmployee({ ...fedor, roles: ['b2b_hunters'], rights })
  })

  test('is refused at every door where they could not work with it, and stays where it was', async () => {
    const { deals, clients } = await annaHas({ deals: 2, clients: 2, tasks: 0 })

    const refused = [
      await door.ask('PUT', `/deals/${deals[0]}/owner`, { body: { owner: 'fedor' }, ...any }),
      await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'fedor' }),
      await door.ask('PATCH', `/clients/${clients[0]}`, { body: { owner: 'fedor' }, ...any }),
      await door.post('/clients', { kind: 'company', name: 'Aurora', owner: 'fedor' }),
    ]
    const many = [
      (await door.post('/changes', { deals, giveTo: 'fedor', reason: 'Load' })).body,
      (await door.post('/clients/changes', { clients, giveTo: 'fedor' })).body,
    ]

    expect(refused.map(({ status, body }) => [status, body.code, body.right])).toEqual([
      [422, 'employee_lacks_right', 'deals_read'],
      [422, 'employee_lacks_right', 'deals_read'],
      [422, 'employee_lacks_right', 'clients_read'],
      [422, 'employee_lacks_right', 'clients_read'],
    ])
    for (const { done, failed } of many) {
      expect([done, failed.map(({ code }: { code: string }) => code)]).toEqual([
        [],
        Array(2).fill('employee_lacks_right'),
      ])
      expect(failed[0].detail).toMatch(/Fedor could not .+ on their page under People, or choose somebody else/)
    }
    expect((await door.get('/clients?owner=fedor')).body.items).toEqual([])
  })

  test('is a task: whoever has it sees and does it, whatever else they may', async () => {
    await annaHas({ deals: 0, clients: 0, tasks: 1 })
    const [{ id }] = (await door.get('/tasks?assignee=anna')).body.items

    const given = await door.ask('PUT', `/tasks/${id}/responsible`, { body: { responsible: 'fedor' }, ...any })
    const day = await pagesOn(world)('/app', { as: 'fedor' })
    const done = await door.post(`/tasks/${id}/completion`, {}, { as: 'fedor' })

    expect([given.status, done.status]).toEqual([200, 200])
    expect(await day.text()).toContain('Call')
  })

  test('is no deal that comes by itself: it goes to others in the role', async () => {
    const owners = new Set<string>()
    for (let no = 0; no < 4; no += 1)
      owners.add(
        (await door.post('/deals', { title: 'Tea', fields: { client_type: 'company', repeat_client: false } })).body
          .owner,
      )

    expect([...owners].toSorted()).toEqual(['andrew', 'anna'])
  })
})
