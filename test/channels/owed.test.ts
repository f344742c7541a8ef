import { beforeAll, describe, expect, test } from 'vitest'

import { memoryIntegrations } from '#channels/memory/integrations'
import { memoryTalks } from '#channels/memory/talks'
import type { Call } from '#channels/domain/calls'
import type { Ports } from '#ports/ports'
import type { Task } from '#schemas/task'
import { handOver } from '#usecases/tasks/hand-over'
import { standIn } from '#usecases/tasks/stand-in'
import { sayNotice as noticeText } from '#domain/kernel/texts/say-notice'
import { sweepDue } from '#usecases/tasks/sweep-due'
import { aWorldInMemory, type World } from '#test/support/world'
import { randomFrom, shuffled } from '#test/support/faults'

import { channelScene, type ChannelScene } from './channel-scene'
import { requestOf } from './provider-bodies'
import { sequences, type Sequence } from './samples'
import { plainRules } from '#test/support/steady-rules'

/** The rules of the company with what is owed to whoever rings. */
const rulesWithCalls = `${plainRules()
  // The samples count on a last day of the year that is worked.
  .replace(' 2026-12-31,', '')
  .replace(
    /^escalations:.*$/m,
    '$&\n  missed_call:\n    - { after: at once, notify: owner_manager }\n    - { after: 1 working hour, give_to: head_of_sales }',
  )}
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: b2c_team, tries: 3 in 2 working days, when_late: missed_call }
  counts_as_talk: 5 calendar seconds
`

let world: World

beforeAll(async () => {
  world = await aWorldInMemory({ text: rulesWithCalls })
})

/** Channels of their own over the company: what one test says is nothing to another. */
async function freshScene(name: string): Promise<ChannelScene> {
  const talks = memoryTalks(() => undefined)
  const ports: Ports = {
    ...world.ports,
    integrations: memoryIntegrations(() => undefined),
    talks: {
      ...talks,
      talkIdOf: async (contact) => `talk_${name.replaceAll(/\W/g, '')}${(await talks.talkIdOf(contact)).slice(5)}`,
    },
  }
  return channelScene({ ports })
}

const tasksOf = async (scene: ChannelScene, contact: string): Promise<readonly Task[]> =>
  scene.ports.deals.tasksOfSubject({ kind: 'talk', id: await scene.ports.talks.talkIdOf(contact) })

describe.each(sequences())('%s', (name, sequence) => {
  test('comes to the same calls and debts through the door, in any order, with everything twice', async () => {
    const runs = 20
    for (let run = 0; run < runs; run += 1) {
      world.setNow('2027-01-05T09:00:00.000Z')
      const scene = await freshScene(`${name}${run}`)
      for (const arrival of shuffled([...sequence.arrivals, ...sequence.arrivals], randomFrom(run + 1)))
        await send(scene, arrival)
      await scene.read()
      world.setNow('2027-01-05T09:05:00.000Z')
      await scene.settle(world.now())
      await scene.settle(world.now())

      expect(await outcomeOf(scene, sequence)).toEqual(expectedOf(sequence))
    }
  })
})

describe('a call back that is owed', () => {
  test('is a task in somebody’s day within forty seconds, done by whoever talked, when they did', async () => {
    const scene = await freshScene('one')
    await play(scene, '01', 5)
    const [open] = await tasksOf(scene, '+79005550101')
    const day = await scene.ports.deals.openTasks({ responsible: open?.responsible ?? '', limit: 100 })
    await play(scene, '01', 5, 9)
    const [done, ...others] = await tasksOf(scene, '+79005550101')

    expect(open).toMatchObject({ status: 'open', dueAt: '2026-12-01T07:15:36.000Z', dealId: '' })
    expect(open?.owes).toMatchObject({ kind: 'call_back', times: 1, attempts: 0 })
    expect(['cyril', 'carol']).toContain(open?.responsible)
    expect(day.items.map(({ id }) => id)).toContain(open?.id)
    expect([done?.status, done?.doneBy, done?.doneAt, done?.owes?.how]).toEqual([
      'done',
      'anna',
      '2026-12-01T07:12:48.000Z',
      'called_back',
    ])
    expect(others).toEqual([])
  })

  test('is one however often the client calls: the date does not move', async () => {
    const scene = await freshScene('often')
    await play(scene, '04', 1)
    const [first] = await tasksOf(scene, '+79005550103')
    await play(scene, '04', 1, 2)
    const [second, ...others] = await tasksOf(scene, '+79005550103')
    await play(scene, '04', 2, 3)
    const [third] = await tasksOf(scene, '+79005550103')

    expect([second?.id, second?.dueAt, second?.owes?.times, others.length]).toEqual([first?.id, first?.dueAt, 2, 0])
    expect([third?.status, third?.owes?.how]).toEqual(['done', 'got_through'])
  })

  test('is no task at any moment when the call back is known before the miss', async () => {
    const scene = await freshScene('before')
    await play(scene, '12')

    expect(await tasksOf(scene, '+79005550109')).toEqual([])
  })

  test('is nothing when another of the group took the call, however late that is learned', async () => {
    const scene = await freshScene('late')
    const { arrivals } = ofName('20')
    await send(scene, arrivals[0] as Sequence['arrivals'][number])
    await scene.read()
    await settleLater(scene, 10)
    const opened = await tasksOf(scene, '+79005550117')
    await send(scene, arrivals[1] as Sequence['arrivals'][number])
    await scene.read()
    const after = await tasksOf(scene, '+79005550117')

    expect(opened.map(({ status }) => status)).toEqual(['open'])
    expect(after.map(({ status, cancelReason }) => [status, cancelReason])).toEqual([['cancelled', 'condition_gone']])
  })

  test('climbs its ladder when it is late', async () => {
    const scene = await freshScene('climb')
    await play(scene, '11')
    const [open] = await tasksOf(scene, '+79005550108')
    const before = await inboxOf(scene, 'clara')
    world.setNow('2026-12-01T07:16:30.000Z')
    await sweepDue(scene.ports, world.now())
    const told = await inboxOf(scene, 'clara')
    await sweepDue(scene.ports, world.now())
    const again = await inboxOf(scene, 'clara')
    world.setNow('2026-12-01T08:20:00.000Z')
    await sweepDue(scene.ports, world.now())
    const [given] = await tasksOf(scene, '+79005550108')

    expect(open?.owes).toMatchObject({ times: 1, attempts: 2 })
    expect(told.length - before.length).toBe(1)
    expect(again.length).toBe(told.length)
    expect(given?.responsible).toBe('helen')
  })

  test('climbs its ladder after the third try that nobody took, though it is not late', async () => {
    const scene = await freshScene('tries')
    await play(scene, '11', 2)
    await triedAt(scene, 'e16', '2026-12-01T07:08:00.000Z')
    const [second] = await tasksOf(scene, '+79005550108')
    await sweepDue(scene.ports, world.now())
    const before = await toldOf(scene, 'clara', second?.id)
    await triedAt(scene, 'e17', '2026-12-01T07:11:00.000Z')
    const [third, ...others] = await tasksOf(scene, '+79005550108')
    world.setNow('2026-12-01T07:13:00.000Z')
    await sweepDue(scene.ports, world.now())
    await sweepDue(scene.ports, world.now())

    expect([second?.owes, second?.status, before]).toMatchObject([{ times: 1, attempts: 2 }, 'open', []])
    expect([third?.owes, third?.status, others]).toMatchObject([{ times: 1, attempts: 3 }, 'open', []])
    expect((third?.dueAt ?? '') > world.now()).toBe(true)
    expect(await toldOf(scene, 'clara', third?.id)).toEqual(['task_escalated'])
    const told = (await inboxOf(scene, 'clara')).find((one) => one.task?.id === third?.id)
    expect(told === undefined ? '' : noticeText(told, 'ru', 'UTC').title).toContain('Не дозвонились (3\u00A0попытки)')

    // Its date passes later: that is a miss like any other, once.
    world.setNow('2026-12-01T09:00:00.000Z')
    await sweepDue(scene.ports, world.now())
    await sweepDue(scene.ports, world.now())
    const [late] = await tasksOf(scene, '+79005550108')
    expect([late?.overdueFor, late?.firstMissedDueAt]).toEqual([third?.dueAt, third?.dueAt])
    expect(await toldOf(scene, 'clara', third?.id)).toHaveLength(1)
  })

  test('is passed on to a deputy while whoever has it is away, and comes back', async () => {
    const scene = await freshScene('passed')
    await play(scene, '11', 1)
    const [had] = await tasksOf(scene, '+79005550108')
    const { employees } = await world.ports.people.load()
    const away = employees[had?.responsible ?? '']
    if (away === undefined) throw new Error('Somebody calls back.')
    await world.ports.people.saveEmployee({
      ...away,
      absences: [{ from: '2026-12-01', to: '2026-12-03', deputy: 'clara' }],
    })
    await standIn(scene.ports, world.now())
    const [passed] = await tasksOf(scene, '+79005550108')
    await world.ports.people.saveEmployee(away)
    await standIn(scene.ports, world.now())
    const [back] = await tasksOf(scene, '+79005550108')

    expect(passed).toMatchObject({ responsible: 'clara', standsInFor: away.id, dueAt: had?.dueAt, status: 'open' })
    expect(await toldOf(scene, 'clara', had?.id)).toEqual(['task_given'])
    expect(back).toMatchObject({ responsible: away.id, dueAt: had?.dueAt, status: 'open' })
    expect(back?.standsInFor).toBeUndefined()
  })

  test('goes to the heir when whoever has it leaves', async () => {
    const scene = await freshScene('heir')
    await play(scene, '11', 1)
    const [had] = await tasksOf(scene, '+79005550108')
    const from = had?.responsible ?? ''
    const handed = await handOver(scene.ports, await world.as('helen'), from, { to: 'clara' })
    const [given, ...others] = await tasksOf(scene, '+79005550108')

    expect(handed.failed).toEqual([])
    expect(handed.tasks).toContain(had?.id)
    expect([given, others]).toMatchObject([{ responsible: 'clara', dueAt: had?.dueAt, status: 'open' }, []])
    expect(await toldOf(scene, 'clara', had?.id)).toEqual(['task_given'])
  })

  test('goes to a deputy when whoever has it is away', async () => {
    const { employees } = await world.ports.people.load()
    const carol = employees['carol']
    const cyril = employees['cyril']
    if (carol === undefined || cyril === undefined) throw new Error('They work here.')
    const away = [{ from: '2026-12-01', to: '2026-12-03', deputy: 'clara' }]
    await world.ports.people.saveEmployee({ ...carol, absences: away })
    await world.ports.people.saveEmployee({ ...cyril, absences: away })
    const scene = await freshScene('away')
    await play(scene, '05')
    const [task] = await tasksOf(scene, '+79005550104')
    await world.ports.people.saveEmployee(carol)
    await world.ports.people.saveEmployee(cyril)

    expect([task?.responsible, task?.dueAt]).toEqual([expect.stringMatching(/^c/), '2026-12-07T06:10:30.000Z'])
  })
})

const ofName = (name: string): Sequence => {
  const found = sequences().find(([file]) => file.startsWith(name))?.[1]
  if (found === undefined) throw new Error(`There is no sequence ${name}.`)
  return found
}

async function send(scene: ChannelScene, arrival: Sequence['arrivals'][number]): Promise<void> {
  const answer = await scene.send(`${arrival.provider}-main`, requestOf(arrival))
  expect(answer.status).toBe(200)
}

/** Plays a sequence by the clock: each notice comes when what it tells of is over, and calls are judged in between. */
async function play(scene: ChannelScene, name: string, to?: number, end?: number): Promise<void> {
  const { arrivals } = ofName(name)
  const [from, until] = end === undefined ? [0, to ?? arrivals.length] : [to ?? 0, end]
  for (const arrival of arrivals.slice(from, until)) {
    const told = arrival.body['end_time'] ?? arrival.body['timestamp'] ?? 1796108400
    world.setNow(new Date(Number(told) * 1000).toISOString())
    await scene.settle(world.now())
    await send(scene, arrival)
    await scene.read()
  }
  await settleLater(scene, 0.5)
}

async function settleLater(scene: ChannelScene, minutes: number): Promise<void> {
  world.setNow(new Date(Date.parse(world.now()) + minutes * 60_000 + 1_000).toISOString())
  await scene.settle(world.now())
}

/** Somebody of ours rings the client of sequence 11 once more, and nobody takes it there. */
async function triedAt(scene: ChannelScene, call: string, at: string): Promise<void> {
  const one = ofName('11').arrivals[2]
  if (one === undefined) throw new Error('The sequence has two tries.')
  const seconds = Date.parse(at) / 1000
  const body = { ...one.body, entry_id: call, create_time: seconds, forward_time: seconds + 3, end_time: seconds + 25 }
  world.setNow(new Date((seconds + 25) * 1000).toISOString())
  await send(scene, { ...one, body })
  await scene.read()
  await settleLater(scene, 0.5)
}

/** What somebody was told of a task. */
async function toldOf(scene: ChannelScene, employee: string, task: string | undefined): Promise<readonly string[]> {
  const notices = await inboxOf(scene, employee)
  return notices.filter((one) => one.task !== undefined && one.task.id === task).map(({ kind }) => kind)
}

async function inboxOf(scene: ChannelScene, employee: string) {
  return (await scene.ports.notices.inbox(employee, { limit: 100 })).items
}

async function outcomeOf(scene: ChannelScene, { expect: { calls, callbacks } }: Sequence) {
  const { ports } = scene
  const clients = [
    ...new Set(Object.values(calls).flatMap(({ client }) => (typeof client === 'string' ? [client] : []))),
  ]
  const talks = await Promise.all(clients.map((client) => ports.talks.talkIdOf(client)))
  const lines = await Promise.all(talks.map(async (talk) => (await ports.talks.lines(talk, { limit: 100 })).items))
  const hidden = (await ports.talks.listed('hidden', { limit: 100 })).items.map(({ line }) => line)
  const said = [...lines.flat(), ...hidden].map(({ says }) => says as Call)
  const tasks = (await Promise.all(clients.map((client) => tasksOf(scene, client)))).flat()
  return {
    calls: Object.fromEntries(
      said.map((one) => [one.id.replace('-main', ''), [one.direction, one.client, one.result]]),
    ),
    open: tasks.map(({ status, dueAt, owes }) => [status, dueAt, owes?.times, owes?.attempts]),
    callbacks: callbacks.length,
  }
}

function expectedOf({ expect: { calls, callbacks } }: Sequence) {
  const external = Object.entries(calls).filter(([, { direction }]) => direction !== 'internal')
  const open = callbacks.filter(({ closed }) => closed === undefined)
  return {
    calls: Object.fromEntries(external.map(([id, one]) => [id, [one['direction'], one['client'], one['result']]])),
    open: open.map(({ due, missed, attempts }) => ['open', String(due).replace('Z', '.000Z'), missed, attempts]),
    callbacks: callbacks.length,
  }
}
