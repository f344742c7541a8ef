import { beforeEach, expect, test } from 'vitest'

import { tellCall } from '#channels/usecases/tell-call'
import { consumers } from '#product/lists/consumers'
import { readReport } from '#reports/usecases/read-report'
import { readReportItems } from '#reports/usecases/read-report-items'
import type { ReportQuery } from '#schemas/report'
import { recordReply } from '#usecases/deals/record-reply'
import { aWorldInMemory, hand, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { plainRules } from '#test/support/steady-rules'

const rules = `${plainRules()}
channels:
  main_line: { kind: phone, name: Main number }
  ad_line: { kind: phone, name: Advertisement }
  site: { kind: form, name: Site }
intake:
  lines:
    - becomes: deal
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: b2b_hunters }
`
const lines = { '+74955550000': 'main_line', '+74955550001': 'ad_line' }

let world: World
let scene: ChannelScene

beforeEach(async () => {
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
  scene = await channelScene(world)
  const kept = await scene.ports.integrations.find('site-main')
  if (kept === undefined) throw new Error('The site is connected.')
  const secrets = [{ values: { key: 'k1' } }]
  await scene.ports.integrations.save({ ...kept, id: 'own-pbx', adapter: 'generic', secrets, lines, rev: 1 })
  await scene.ports.integrations.save({ ...kept, lines: { '*': 'site' }, rev: kept.rev + 1 })
})

type Rung = { readonly call: string; readonly client: string; readonly from: string; readonly to: string }
const rings = async ({ call, client, from, to }: Rung, more: object): Promise<void> => {
  const notice = {
    call,
    client,
    direction: 'in',
    line: '+74955550000',
    startedAt: `2026-12-01T${from}Z`,
    endedAt: `2026-12-01T${to}Z`,
    ...more,
  }
  await scene.tell('own-pbx', notice)
}
/** One called back in time, one as told and late, one who got through, and one with two calls whom nobody reached. */
async function aMorning(): Promise<void> {
  const missed = { result: 'missed' }
  world.setNow('2026-12-01T07:00:00.000Z')
  await rings({ call: '1', client: '+79005550101', from: '07:00:00', to: '07:00:20' }, missed)
  await rings(
    { call: '2', client: '+79005550102', from: '07:00:00', to: '07:00:30' },
    { ...missed, line: '+74955550001' },
  )
  await rings({ call: '3', client: '+79005550103', from: '08:00:00', to: '08:00:30' }, missed)
  await rings({ call: '4', client: '+79005550104', from: '09:00:00', to: '09:00:30' }, missed)
  await rings({ call: '5', client: '+79005550104', from: '09:05:00', to: '09:05:30' }, missed)
  const answered = { result: 'answered', employee: 'anna' }
  await rings(
    { call: '6', client: '+79005550101', from: '07:10:00', to: '07:12:00' },
    { ...answered, direction: 'out', answeredAt: '2026-12-01T07:10:20Z' },
  )
  await rings(
    { call: '7', client: '+79005550103', from: '08:05:00', to: '08:07:00' },
    { ...answered, answeredAt: '2026-12-01T08:05:10Z' },
  )
  world.setNow('2026-12-01T10:00:00.000Z')
  await scene.settle(world.now())
  const talk = await scene.ports.talks.talkIdOf('+79005550102')
  const command = { ...(await world.as('helen')), once: { key: 'told-1', requestHash: 'x', status: 200 } }
  const people = await scene.ports.people.load()
  const told = { result: 'answered' as const, at: '2026-12-01T09:30:00.000Z' }
  await tellCall(scene.ports, { caller: command.caller, people, command }, talk, told)
}
const reader = async () => ({ caller: (await world.as('helen')).caller, people: await scene.ports.people.load() })
const report = async (asked: ReportQuery) =>
  readReport(scene.ports, await reader(), { name: 'calls', asked: { period: '2026-12', ...asked } }, { language: 'en' })
const rowsOf = async (asked: ReportQuery) =>
  ((await report(asked)).tables[0]?.rows ?? []).map(({ label, cells }) => [
    label,
    ...Object.values(cells).map(({ value }) => value),
  ])

test('missed calls are counted by whoever called back, with the share in time, the median, as told apart, and whom nobody reached', async () => {
  await aMorning()
  const owes = await scene.ports.deals.tasksOfSubject({
    kind: 'talk',
    id: await scene.ports.talks.talkIdOf('+79005550104'),
  })
  const { employees } = await scene.ports.people.load()
  const debtor = employees[owes[0]?.responsible ?? '']?.name ?? ''
  const rows = await rowsOf({})
  const totals = (await report({})).tables[0]?.totals ?? {}

  expect(rows).toContainEqual([employees['helen']?.name, 1, 1, 1, 1, 0, 8970, 0, 0])
  expect(rows.find(([label]) => label === debtor)?.slice(-1)).toEqual([1])
  expect(Object.fromEntries(Object.entries(totals).map(([id, { value }]) => [id, value]))).toEqual({
    missed: 5,
    owed: 4,
    called_back: 2,
    as_told: 1,
    // One in time; one late, and one whom nobody has called back though it was due at a quarter past twelve.
    in_time: 33.3,
    back_median: (600 + 8970) / 2,
    got_through: 1,
    never_reached: 1,
  })
})

test('the same by line and by the hour of the week, and behind each number stand the talks', async () => {
  await aMorning()
  const byLine = await rowsOf({ by: 'channel' })
  const byHour = await rowsOf({ by: 'hour' })
  const cell = (await report({})).tables[0]?.totals?.['never_reached']?.cell ?? ''
  const asked = { period: '2026-12', cell }
  const items = await readReportItems(
    scene.ports,
    await reader(),
    { name: 'calls', asked, language: 'en' },
    { limit: 10 },
  )

  expect(byLine.map(([label, missed, owed]) => [label, missed, owed])).toEqual([
    ['Advertisement', 1, 1],
    ['Main number', 4, 3],
  ])
  expect(byHour.map(([label, missed]) => [label, missed])).toEqual([
    ['Tue 10:00', 2],
    ['Tue 11:00', 1],
    ['Tue 12:00', 2],
  ])
  expect(items.items.map(({ deal, talk, title, at }) => [deal, talk, title, at])).toEqual([
    ['', await scene.ports.talks.talkIdOf('+79005550104'), 'A missed call', '2026-12-01T09:00:30.000Z'],
  ])
  await expect(report({ where: 'fields.source=website' })).rejects.toThrow(/of no deal/)
})

test('first replies are told by the channel a client came by', async () => {
  const body = 'name=Ivan&phone=%2B79005550109&message=How+much%3F'
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  await scene.send('site-main', { method: 'POST', tail: '', query: '', headers, body: Buffer.from(body) })
  await scene.read()
  const { employees } = await scene.ports.people.load()
  const pages = await Promise.all(Object.keys(employees).map((owner) => scene.ports.deals.byOwner({ owner, limit: 5 })))
  const [deal] = pages.flatMap(({ items }) => items)
  if (deal === undefined) throw new Error('There is a deal.')
  await recordReply(scene.ports, await world.asAnybody(deal.owner), deal.id, { channel: 'phone' })
  for (const event of await world.eventsOf(deal.id)) await hand(scene.ports, consumers, event)
  const asked = { period: '2026-12', by: 'channel' as const }
  const told = await readReport(scene.ports, await reader(), { name: 'response', asked }, { language: 'en' })

  expect((await scene.ports.deals.find(deal.id))?.channel).toBe('site')
  expect(told.tables[0]?.rows.map(({ label, cells }) => [label, cells['leads']?.value])).toEqual([['Site', 1]])
})
