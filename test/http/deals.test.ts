import { beforeAll, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'

const engine = useEngine()
let world: World
let door: Door

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
})

const aDeal = async (more: object = {}): Promise<Reply> =>
  door.post('/deals', { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', ...more })

describe('creating', () => {
  test('a new deal says where it is and which version it has', async () => {
    const { status, headers, body } = await aDeal({ fields: { amount: 100_000_00 } })

    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/deals/${body.id}`)
    expect(headers.get('etag')).toBe('"1"')
    expect(body).toMatchObject({ version: 1, stage: 'presentation', owner: 'anna', fields: { amount: 100_000_00 } })
  })

  test('all faults of a body are told at once, in sentences', async () => {
    const { status, body } = await door.post('/deals', {
      title: 12,
      tilte: 'x',
      client: { name: 1, fax: 2 },
      currency: 'rub',
    })

    expect(status).toBe(400)
    expect(body.code).toBe('invalid_input')
    expect(body.errors).toEqual([
      {
        in: 'body',
        pointer: '/tilte',
        detail:
          'There is no property tilte. There are: title, pipeline, stage, owner, client, currency, fields, externalId.',
      },
      { in: 'body', pointer: '/title', detail: 'title must be text, you sent 12.' },
      { in: 'body', pointer: '/client/fax', detail: 'There is no property client.fax. There are: name, phone, email.' },
      { in: 'body', pointer: '/client/name', detail: 'client.name must be text, you sent 1.' },
      {
        in: 'body',
        pointer: '/currency',
        detail: 'currency must be three capital letters such as RUB, you sent “rub”.',
      },
    ])
  })

  test('where nothing may stand, it is said so', async () => {
    const { status, body } = await door.post('/clients/client_1/personal-data', { reason: 'asked' })

    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { in: 'body', pointer: '/reason', detail: 'There is no property reason. Nothing may stand here.' },
    ])
  })

  test('a direction that does not exist is refused with those that do', async () => {
    const { status, body } = await aDeal({ pipeline: 'b2b' })

    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'pipeline_unknown', type: 'urn:norma:problem:pipeline_unknown' })
    expect(body.known).toContain('b2b_new')
  })
})

describe('reading', () => {
  test('a deal tells what is missing to go on', async () => {
    const { body } = await aDeal()

    const view = await door.get(`/deals/${body.id}`)

    expect(view.status).toBe(200)
    expect(view.body.deal).toEqual(body)
    expect(view.body.gate.open).toBe(false)
    expect(view.body.gate.missing.tasks.length).toBeGreaterThan(0)
  })

  test('what has not changed is not sent again', async () => {
    const { body } = await aDeal()
    const view = await door.get(`/deals/${body.id}`)
    const etag = view.headers.get('etag') ?? ''

    const again = await door.get(`/deals/${body.id}`, { headers: { 'if-none-match': etag } })
    await door.ask('PATCH', `/deals/${body.id}`, { body: { title: 'Other' }, headers: { 'if-match': etag } })
    const changed = await door.get(`/deals/${body.id}`, { headers: { 'if-none-match': etag } })

    expect([again.status, again.body]).toEqual([304, undefined])
    expect([changed.status, changed.body.deal.title]).toEqual([200, 'Other'])
  })

  test('a deal of another department is not there', async () => {
    const { body } = await aDeal()

    const foreign = await door.get(`/deals/${body.id}`, { as: 'cyril' })
    const absent = await door.get('/deals/deal_absent', { as: 'cyril' })

    expect([foreign.status, foreign.body.code]).toEqual([404, 'deal_unknown'])
    expect(foreign.body.detail.replace(body.id, 'deal_absent')).toBe(absent.body.detail)
  })

  test('whoever has a task of a deal may read the deal', async () => {
    const { body } = await aDeal()
    await door.post(`/deals/${body.id}/tasks`, { do: 'Check the contract', responsible: 'lena', due: '1 working day' })

    const view = await door.get(`/deals/${body.id}`, { as: 'lena' })
    const tasks = await door.get(`/deals/${body.id}/tasks`, { as: 'lena' })

    expect(view.status).toBe(200)
    expect(tasks.body.items.map((task: { do: string }) => task.do)).toEqual(['Check the contract'])
  })
})

describe('changing', () => {
  test('a change must say what it has seen', async () => {
    const { body } = await aDeal()

    const without = await door.ask('PATCH', `/deals/${body.id}`, { body: { title: 'New' } })
    const stale = await door.ask('PATCH', `/deals/${body.id}`, {
      body: { title: 'New' },
      headers: { 'if-match': '"9"' },
    })
    const odd = await door.ask('PATCH', `/deals/${body.id}`, {
      body: { title: 'New' },
      headers: { 'if-match': 'nine' },
    })
    const right = await door.ask('PATCH', `/deals/${body.id}`, {
      body: { title: 'New' },
      headers: { 'if-match': '"1"' },
    })

    expect([without.status, stale.status, odd.status, right.status]).toEqual([428, 412, 412, 200])
    expect(right.headers.get('etag')).toBe('"2"')
  })

  test.each([
    ['"998", "1"', 200],
    ['"1" , "998"', 200],
    ['"other", "1"', 200],
    ['W/"1", "1"', 200],
    ['"998", "7"', 412],
    ['"01"', 412],
    ['W/"1"', 412],
    ['W/"1", "998"', 412],
  ])('what was seen may be a list: %s', async (header, status) => {
    const { body } = await aDeal()

    const reply = await door.ask('PATCH', `/deals/${body.id}`, {
      body: { title: 'New' },
      headers: { 'if-match': header },
    })

    expect(reply.status).toBe(status)
  })

  test('a file is a name or a link of the web, and no script', async () => {
    const { body } = await aDeal()
    const set = (file: string) =>
      door.ask('PATCH', `/deals/${body.id}`, {
        body: { fields: { offer_file: file } },
        headers: { 'if-match': '*', 'accept-language': 'en' },
      })

    const script = await set('java\tscript:alert(1)')
    const link = await set('https://example.com/offer.pdf')

    expect([script.status, script.body.code]).toEqual([422, 'field_value'])
    expect(script.body.detail).toContain('beginning with javascript:')
    expect(link.status).toBe(200)
  })

  test('of a hundred changes of one version exactly one has its effect', async () => {
    const { body } = await aDeal()

    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        door.ask('PATCH', `/deals/${body.id}`, { body: { title: `Title ${n}` }, headers: { 'if-match': '"1"' } }),
      ),
    )

    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    expect(replies.every((reply) => [200, 409, 412].includes(reply.status))).toBe(true)
    expect((await door.get(`/deals/${body.id}`)).body.deal.version).toBe(2)
  })

  test('a stopped move names everything that is missing and the rules that ask for it', async () => {
    const { body } = await aDeal()

    const stopped = await door.post(`/deals/${body.id}/moves`, { toStage: 'general_offer' })

    expect(stopped.status).toBe(409)
    expect(stopped.body.code).toBe('gate_blocked')
    expect(stopped.body.missing.tasks[0]).toMatchObject({ id: expect.any(String), do: expect.any(String) })
  })

  test('a move that carries what is missing goes through', async () => {
    const { body } = await aDeal()
    const { missing, next } = (await door.get(`/deals/${body.id}`)).body.gate

    const complete = missing.tasks.map((task: { id: string }) => task.id)
    const fields = Object.fromEntries(missing.fields.map((field: { id: string }) => [field.id, 'Known']))
    const moved = await door.post(`/deals/${body.id}/moves`, { toStage: next, complete, fields })

    expect([moved.status, moved.body.stage]).toEqual([200, next])
  })

  test('a deal is lost with a reason of the list, reopened, and its timeline tells', async () => {
    const { body } = await aDeal()
    const { outcomes } = (await door.get('/pipelines')).body
    const reason = Object.keys(outcomes.lost)[0]

    const wrong = await door.post(`/deals/${body.id}/loss`, { reason: 'bad mood' })
    const lost = await door.post(`/deals/${body.id}/loss`, { reason })
    const again = await door.post(`/deals/${body.id}/loss`, { reason })
    const early = await door.post(`/deals/${body.id}/cancellation`, { reason })
    const open = await door.post(`/deals/${body.id}/reopening`, { reason: 'They called' })
    const timeline = await door.get(`/deals/${body.id}/timeline`)

    expect([wrong.status, lost.status, again.status, early.status, open.status]).toEqual([422, 200, 409, 409, 200])
    expect(timeline.body.items.map((event: { name: string }) => event.name)).toEqual([
      'deal.reopened',
      'deal.lost',
      'deal.created',
    ])
  })

  test('only somebody whose reach it is gives a deal away', async () => {
    const { body } = await aDeal()

    const foreign = await door.ask('PUT', `/deals/${body.id}/owner`, { body: { owner: 'cyril' }, as: 'cyril' })
    const nobody = await door.ask('PUT', `/deals/${body.id}/owner`, { body: { owner: 'constructor' }, as: 'boris' })
    const given = await door.ask('PUT', `/deals/${body.id}/owner`, { body: { owner: 'andrew' }, as: 'boris' })

    expect([foreign.status, nobody.status, given.status, given.body.owner]).toEqual([404, 422, 200, 'andrew'])
  })

  test('an event that the rules do not know is refused, a known one is kept', async () => {
    const { body } = await aDeal()
    const [event] = Object.keys((await door.get('/pipelines')).body.events)

    const unknown = await door.post(`/deals/${body.id}/events`, { event: 'constructor' })
    const known = await door.post(`/deals/${body.id}/events`, { event })

    expect([unknown.status, unknown.body.code, known.status]).toEqual([422, 'event_unknown', 201])
    expect(known.body.happened).toHaveProperty(String(event))
  })

  test('a deal that is not won cannot be counted for somebody else', async () => {
    const { body } = await aDeal()

    const reply = await door.ask('PUT', `/deals/${body.id}/attribution`, { body: { owner: 'andrew', reason: 'Ill' } })

    expect([reply.status, reply.body.code]).toEqual([409, 'deal_not_won'])
  })
})

describe('the books of a won deal', () => {
  const aWonDeal = async (): Promise<Reply['body']> => {
    const fields = { amount: 100_000 }
    const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', stage: 'payment', fields }
    const { id } = await createDeal(world.ports, await world.as(), input)
    await moveDeal(world.ports, await world.asAnybody('anna'), id, {
      toStage: 'delivery',
      fields: { paid: 100_000 },
      complete: [`task_${id.slice(5)}-1-check_payment`],
    })
    return (await door.get(`/deals/${id}`)).body.deal
  }
  const change = (deal: Reply['body'], body: object, who: string, language = 'en') =>
    door.ask('PATCH', `/deals/${deal.id}`, {
      body,
      as: who,
      headers: { 'if-match': `"${deal.version}"`, 'accept-language': language },
    })

  test.each([
    ['en', 'ask Helen', 'Say in “reason” why'],
    ['ru', 'право исправлять учёт: Helen', 'Напишите в «reason», почему'],
  ])('are corrected by right and with a reason, as is said in %s', async (language, who, reason) => {
    const deal = await aWonDeal()
    const fields = { amount: 90_000 }

    const without = await change(deal, { fields, reason: 'More' }, 'anna', language)
    const silent = await change(deal, { fields }, 'helen', language)
    const done = await change(deal, { fields, reason: 'Returned one' }, 'helen', language)

    expect([without.status, without.body.code, silent.status, silent.body.code]).toEqual([
      409,
      'deal_won',
      409,
      'deal_won',
    ])
    expect(without.body.detail).toContain(who)
    expect(silent.body.detail).toContain(reason)
    expect([done.status, done.body.won.baseMinor]).toEqual([200, 90_000])
  })
})
