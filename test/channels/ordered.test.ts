import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { consumers as automation } from '#automation/events/consumers'
import type { Message } from '#channels/domain/messages'
import { sendMessages } from '#channels/usecases/send-messages'
import { tellHidden } from '#channels/usecases/calling/tell-hidden'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { messengersStandIn, type StandIn } from '#test/stand-ins/messengers'
import { aWorldInMemory, type World } from '#test/support/world'
import { sweepDue } from '#usecases/tasks/sweep-due'
import { updateDeal } from '#usecases/deals/update-deal'

import { channelScene, type ChannelScene } from './channel-scene'
import { sampleSecrets } from './samples'
import { plainRules } from '#test/support/steady-rules'

const rules = `${plainRules().replace(
  /^automation:.*\n/m,
  (line) => `${line}  greet:
    on: client_waiting
    do:
      - send: { template: thanks }
  paid_now:
    on: field_changed
    field: paid
    do:
      - send: { template: paid }
  offered:
    on: field_changed
    field: amount
    do:
      - send: { template: offer }
  late:
    on: call_back_late
    do: [{ add_task: { do: Say sorry, by: owner, due: same day, optional: yes } }]
`,
)}
channels:
  chat: { kind: messenger, name: Messengers }
  other: { kind: messenger, name: Another }
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: head_of_sales, when_late: missed_call }
  hidden_number: { notify: head_of_sales, at: "18:00" }
messages:
  answer: 30 working minutes
  templates:
    thanks: { name: Thanks, text: "Thank you, {client.name}! {owner} will answer." }
    paid: { name: Paid, text: "We have received {paid} of {amount}." }
    sorry: { name: Sorry, text: "We could not reach you, {client.name}.", channel: other }
    offer: { name: Offer, text: "A better one, {client.name}.", consent: news }
consents:
  news: { name: Offers, text: I agree to be written to., version: 1 }
intake:
  lines:
    - becomes: deal
`.replace(
  /^escalations:.*\n/m,
  (line) => `${line}  missed_call:
    - after: at once
      send: { template: sorry }
`,
)

let standIn: StandIn
let world: World
let scene: ChannelScene

beforeAll(async () => {
  standIn = await messengersStandIn()
})
afterAll(async () => {
  await standIn.stop()
})
beforeEach(async () => {
  standIn.sent.length = 0
  standIn.faults.length = 0
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T06:30:00.000Z' })
  scene = await channelScene({ ports: { ...world.ports, outlet: webhookOutlet({ allowLoopback: true }) } })
  const kept = await scene.ports.integrations.find('telegram-main')
  if (kept === undefined) throw new Error('Telegram is connected.')
  const settings = { ...kept.settings, api: standIn.address }
  await scene.ports.integrations.save({ ...kept, settings, lines: { '*': 'chat' }, rev: kept.rev + 1 })
})

const writes = async (at: string): Promise<void> => {
  const message = {
    message_id: Date.parse(at) / 1000,
    from: { id: 900000001, first_name: 'Peter' },
    chat: { id: 900000001, type: 'private' },
    date: Date.parse(at) / 1000,
    text: 'How much is it?',
  }
  const headers = {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': sampleSecrets['telegram']?.['secret'] ?? '',
  }
  const body = Buffer.from(JSON.stringify({ update_id: message.message_id, message }))
  await scene.send('telegram-main', { method: 'POST', tail: '', query: '', headers, body })
  await scene.read()
}
const deal = async () => {
  const { employees } = await scene.ports.people.load()
  for (const owner of Object.keys(employees)) {
    const [found] = (await scene.ports.deals.byOwner({ owner, limit: 10 })).items
    if (found !== undefined) return found
  }
  throw new Error('There is a deal.')
}
const rulesRun = async () => {
  const { id } = await deal()
  await world.run(automation, id)
}
const said = async (): Promise<readonly Message[]> => {
  const { items } = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf('telegram:900000001'), {
    limit: 100,
  })
  return items.flatMap(({ kind, says }) => (kind === 'message' ? [says as Message] : []))
}
const noticesOf = async (employee: string) =>
  (await scene.ports.notices.inbox(employee, { limit: 50 })).items.map(({ kind, why }) => [kind, why])

describe('what a rule writes to a client', () => {
  test('goes out once, by what they wrote by, with the fields of the deal, and pays nothing that is owed', async () => {
    await writes('2026-12-01T06:29:00.000Z')
    await rulesRun()
    await rulesRun()
    await sendMessages(scene.ports, world.now())
    await sendMessages(scene.ports, world.now())
    const { owner } = await deal()
    const name = (await scene.ports.people.load()).employees[owner]?.name ?? ''
    const tasks = await scene.ports.deals.tasksOfSubject({
      kind: 'talk',
      id: await scene.ports.talks.talkIdOf('telegram:900000001'),
    })

    expect(
      (await said()).map(({ direction, text, isAutomatic, state }) => [direction, text, isAutomatic, state]),
    ).toEqual([
      ['out', `Thank you, Peter! ${name} will answer.`, true, 'sent'],
      ['in', 'How much is it?', undefined, 'waiting'],
    ])
    expect(standIn.sent).toHaveLength(1)
    expect(tasks.map(({ status }) => status)).toEqual(['open'])
  })

  test('waits in the evening for the morning', async () => {
    world.setNow('2026-12-01T17:00:00.000Z')
    await writes('2026-12-01T16:59:00.000Z')
    await rulesRun()
    await sendMessages(scene.ports, world.now())
    const evening = standIn.sent.length
    world.setNow('2026-12-02T05:59:00.000Z')
    await sendMessages(scene.ports, world.now())
    const night = standIn.sent.length
    world.setNow('2026-12-02T06:00:00.000Z')
    await sendMessages(scene.ports, world.now())
    await sendMessages(scene.ports, world.now())

    expect([evening, night, standIn.sent.length]).toEqual([0, 0, 1])
  })

  test('is not written where a field is empty: whoever has the deal is told which, once', async () => {
    await writes('2026-12-01T06:29:00.000Z')
    const { id, owner } = await deal()
    await updateDeal(scene.ports, await world.asAnybody(owner), id, { fields: { paid: 100_000 } })
    await world.run(automation, id)
    for (const minute of ['31', '32']) await sendMessages(scene.ports, `2026-12-01T06:${minute}:00.000Z`)

    expect((await noticesOf(owner)).filter(([kind]) => kind === 'message_failed')).toEqual([
      ['message_failed', 'Nothing is known yet of: amount.'],
    ])
    expect((await said()).filter(({ text }) => text.includes('received'))).toEqual([])
  })
})

describe('a template that asks for a consent', () => {
  const say = async (state: 'agreed' | 'revoked', at: string, more: { readonly for?: readonly ['messenger'] } = {}) => {
    const client = (await deal()).links?.[0]?.client ?? ''
    const said = { id: `ref_${at}`, consent: 'news', name: 'Offers', by: 'anna', of: [client], for: [] }
    await scene.ports.consents.keep(client, { ...said, state, at, ...more })
  }
  const offered = async () => {
    const { id, owner } = await deal()
    await updateDeal(scene.ports, await world.asAnybody(owner), id, { fields: { amount: 100_000 } })
    await world.run(automation, id)
    await sendMessages(scene.ports, world.now())
    await sendMessages(scene.ports, world.now())
    const { items } = await scene.ports.notices.inbox(owner, { limit: 50 })
    return items.flatMap(({ kind, why, whyRu }) => (kind === 'message_failed' ? [[why, whyRu]] : []))
  }
  const sent = () => standIn.sent.map(({ body }) => JSON.stringify(body)).filter((body) => body.includes('better'))

  test('is written to a client who has given it', async () => {
    await writes('2026-12-01T06:29:00.000Z')
    await say('revoked', '2026-11-01T06:00:00.000Z')
    await say('agreed', '2026-11-02T06:00:00.000Z')

    expect(await offered()).toEqual([])
    expect(sent()).toHaveLength(1)
  })

  test('is not written to one who never gave it, and whoever has the deal is told why', async () => {
    await writes('2026-12-01T06:29:00.000Z')

    expect(await offered()).toEqual([
      [
        'The client has not agreed to “Offers”. Ask them, and write it down on their card.',
        'Клиент не давал согласия «Offers». Спросите его и отметьте это в карточке.',
      ],
    ])
    expect(sent()).toEqual([])
    expect((await said()).filter(({ text }) => text.includes('better'))).toEqual([])
  })

  test('is not written to one who has revoked it, whatever it is for, and whoever has the deal is told why', async () => {
    await writes('2026-12-01T06:29:00.000Z')
    await say('agreed', '2026-11-01T06:00:00.000Z')
    await say('revoked', '2026-11-02T06:00:00.000Z')

    expect(await offered()).toEqual([['The client has revoked “Offers”.', 'Клиент отозвал согласие «Offers».']])
    expect(sent()).toEqual([])
  })

  test('stays here where the client revokes it between writing and sending', async () => {
    await writes('2026-12-01T06:29:00.000Z')
    await say('agreed', '2026-11-01T06:00:00.000Z')
    standIn.faults.push('too_many')
    await offered()
    await say('revoked', '2026-12-01T06:30:00.000Z')
    world.setNow('2026-12-01T07:30:00.000Z')
    await sendMessages(scene.ports, world.now())

    expect(sent()).toEqual([])
    expect((await said()).find(({ text }) => text.includes('better'))).toMatchObject({
      state: 'failed',
      why: 'The client has revoked “Offers”.',
    })
  })

  test('asks for nothing in another: there only what was revoked for the way it goes holds it back', async () => {
    await writes('2026-12-01T06:29:00.000Z')
    await say('revoked', '2026-11-02T06:00:00.000Z', { for: ['messenger'] })
    await rulesRun()
    await sendMessages(scene.ports, world.now())
    await sendMessages(scene.ports, world.now())

    expect(standIn.sent).toEqual([])
    expect((await noticesOf((await deal()).owner)).filter(([kind]) => kind === 'message_failed')).toEqual([
      ['message_failed', 'The client has revoked “Offers”.'],
    ])
  })
})

test('a client who is not called back in time is written to by the ladder, and it happens to their deal', async () => {
  const { createDeal } = await import('#usecases/deals/create-deal')
  const client = { name: 'Ivan', phone: '+79005550101' }
  const made = await createDeal(scene.ports, await world.as('anna'), {
    title: 'Racks',
    pipeline: 'b2b_new',
    owner: 'anna',
    client,
  })
  const kept = await scene.ports.integrations.find('site-main')
  if (kept === undefined) throw new Error('The site is connected.')
  await scene.ports.integrations.save({
    ...kept,
    id: 'pbx',
    adapter: 'generic',
    secrets: [{ values: { key: 'k1' } }],
    rev: 1,
  })
  const notice = {
    call: '1',
    direction: 'in',
    client: client.phone,
    startedAt: '2026-12-01T06:30:00Z',
    endedAt: '2026-12-01T06:30:20Z',
    result: 'missed',
  }
  await scene.tell('pbx', notice)
  world.setNow('2026-12-01T06:32:00.000Z')
  await scene.settle(world.now())
  world.setNow('2026-12-01T06:47:00.000Z')
  await sweepDue(scene.ports, world.now())
  await sendMessages(scene.ports, world.now())
  await world.run(automation, made.id)
  const happened = (await world.eventsOf(made.id)).flatMap(({ detail }) => detail.event ?? [])
  const { items } = await scene.ports.deals.openTasks({ responsible: 'anna', limit: 100 })

  expect(happened).toEqual(['call_back_late'])
  expect(items.map((task) => task.do)).toContain('Say sorry')
  // They have never written by the channel of the template, so whoever has the deal is told.
  expect((await noticesOf('anna')).filter(([kind]) => kind === 'message_failed')).toEqual([
    ['message_failed', 'The client has written by no messenger or mailbox that is connected here.'],
  ])
})

test('missed calls with a hidden number are told of once a working day, at the time of the file', async () => {
  const call = (id: string, at: string, result: string) =>
    scene.ports.talks.saveLine(
      'talk_hidden_2026-12',
      { kind: 'call', id, at, says: { direction: 'in', result } },
      { name: 'hidden' },
    )
  await call('1', '2026-11-30T16:00:00.000Z', 'missed')
  await call('2', '2026-12-01T09:00:00.000Z', 'missed')
  await call('3', '2026-12-01T10:00:00.000Z', 'answered')
  await call('4', '2026-12-01T15:30:00.000Z', 'missed')
  await call('0', '2026-11-27T09:00:00.000Z', 'missed')
  const told = []
  for (const at of ['2026-12-01T14:50:00.000Z', '2026-12-01T15:00:00.000Z', '2026-12-01T15:10:00.000Z'])
    told.push((await tellHidden(scene.ports, at)).hidden)
  const { items } = await scene.ports.notices.inbox('helen', { limit: 50 })

  expect(told).toEqual([0, 2, 2])
  expect(items.map(({ kind, count }) => [kind, count])).toEqual([['hidden_calls', 2]])
})
