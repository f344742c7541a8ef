import { expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { injectFaults, type FaultKind } from '#test/support/faults'
import { plainRules } from '#test/support/steady-rules'
import { aWorld, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { sampleSecrets } from './samples'

const engine = useEngine()
const kinds: readonly FaultKind[] = ['cut_before', 'reply_lost', 'throttled']

/** Broken off at one request after the other, of the door, of whoever reads and of the clock; some after the last. */
const places = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40]

const rules = `${plainRules()}
channels:
  site: { kind: form, name: Forms of the site }
  chat: { kind: messenger, name: Messengers }
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: b2c_team }
messages:
  answer: 30 working minutes
intake:
  same_client_within: 30 calendar days
  lines:
    - becomes: deal
      by: head_of_sales
`

/** A missed call, a request of a site and a message, each of somebody new, as their providers send them. */
const arrivals: Readonly<Record<string, (no: number) => Parameters<ChannelScene['send']>>> = {
  'a missed call': (no) => {
    const [startedAt, endedAt] = ['2026-12-01T06:58:00.000Z', '2026-12-01T06:58:30.000Z']
    const says = { call: String(no), direction: 'in', client: phone(no), startedAt, endedAt, result: 'missed' }
    return ['own', post(says, { authorization: `Bearer ${sampleSecrets['generic']?.['key'] ?? ''}` })]
  },
  'a request': (no) => ['site-main', post({ name: 'Ivan', phone: phone(no), message: 'Call me' })],
  'a message': (no) => {
    const from = { id: 5_000 + no, first_name: 'Olga', is_bot: false }
    const message = { message_id: no, date: 1_796_108_400, chat: { ...from, type: 'private' }, from, text: 'Hello' }
    const token = sampleSecrets['telegram']?.['secret'] ?? ''
    return ['telegram-main', post({ update_id: no, message }, { 'x-telegram-bot-api-secret-token': token })]
  },
}

test.each(kinds)(
  'what comes in over a line that fails (%s) at any request is there once when it is repeated',
  async (kind) => {
    const world = await aWorld(engine, { text: rules })
    world.setNow('2026-12-01T07:00:00.000Z')
    const scene = await connected(world)
    let [no, struck] = [0, 0]
    for (const [what, arrival] of Object.entries(arrivals))
      for (const after of places) {
        no += 1
        const line = injectFaults(engine.client)
        line.nextRequest(kind, after)
        await comesIn(scene, world, arrival(no)).catch(() => undefined)
        line.remove()
        // The provider sends again, the queue delivers again, the clock comes round again.
        await comesIn(scene, world, arrival(no))

        const talk = await scene.ports.talks.talkIdOf(what === 'a message' ? `telegram:${5_000 + no}` : phone(no))
        const { items } = await scene.ports.talks.lines(talk, { limit: 10 })
        const owed = await scene.ports.deals.tasksOfSubject({ kind: 'talk', id: talk })
        expect([what, after, items.map(({ kind: said }) => said), owed.length]).toEqual([what, after, ...becomes(what)])
        struck += line.struck()[kind]
      }
    expect(struck).toBeGreaterThan(places.length)
    const { employees } = await scene.ports.people.load()
    const owned = Object.keys(employees).map((owner) => scene.ports.deals.byOwner({ owner, limit: 100 }))
    expect((await Promise.all(owned)).flatMap(({ items }) => items)).toHaveLength(2 * places.length)
  },
)

/** Its line in the talk, and how many tasks of the talk it owes: what is asked for on a site is a deal, with tasks of its own. */
function becomes(what: string): readonly unknown[] {
  if (what === 'a request') return [['request'], 0]
  return [[what === 'a message' ? 'message' : 'call'], 1]
}

async function comesIn(scene: ChannelScene, world: World, sent: Parameters<ChannelScene['send']>): Promise<void> {
  const answer = await scene.send(...sent)
  if (answer.status !== 200) throw new Error(`The door answered ${answer.status}.`)
  await scene.read()
  world.setNow('2026-12-01T07:00:00.000Z')
  await scene.settle('2026-12-01T08:00:00.000Z')
}

function phone(no: number): string {
  return `+79005550${String(no).padStart(3, '0')}`
}

function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Parameters<ChannelScene['send']>[1] {
  const bytes = Buffer.from(JSON.stringify(body))
  return {
    method: 'POST',
    tail: '',
    query: '',
    headers: { 'content-type': 'application/json', origin: 'https://shop.example', ...headers },
    body: bytes,
  }
}

async function connected(world: World): Promise<ChannelScene> {
  const scene = await channelScene(world)
  const kept = await scene.ports.integrations.find('vats-main')
  if (kept === undefined) throw new Error('There is an exchange.')
  const secrets = [{ values: sampleSecrets['generic'] ?? {} }]
  await scene.ports.integrations.save({ ...kept, id: 'own', adapter: 'generic', secrets, rev: 1 })
  for (const [id, channel] of [
    ['site-main', 'site'],
    ['telegram-main', 'chat'],
  ] as const) {
    const one = await scene.ports.integrations.find(id)
    if (one !== undefined) await scene.ports.integrations.save({ ...one, lines: { '*': channel }, rev: one.rev + 1 })
  }
  return scene
}
