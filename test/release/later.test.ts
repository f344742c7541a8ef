import { describe, expect, test } from 'vitest'

import type { MemoryWorld } from '#product/memory-world'
import type { Command } from '#usecases/command'
import { runReleases } from '#release/usecases/run-releases'
import { cancelScheduled, scheduleRules } from '#release/usecases/schedule-rules'
import { aDealIn, aShop, offerWith, proposal, publish, shopText, type Shop } from './shop'

const due = '2026-12-02T06:00:00.000Z'
const renamed: Shop = { ...proposal, moved: 'offer: proposal' }

/** Puts rules down for tomorrow morning, as Helen. */
async function schedule(world: MemoryWorld, shop: Shop, now: readonly string[] = []) {
  const { version } = await world.ports.rules.current()
  const helen: Command = await world.as('helen')
  const input = { text: shopText(shop), note: 'For December', expected: version, at: '2026-12-02T09:00:00+03:00' }
  return scheduleRules(world.ports, helen, { ...input, now: [...now] })
}

const versionOf = async ({ ports }: MemoryWorld) => (await ports.rules.current()).version

/** What everybody was told about publishings that failed. */
async function told({ ports }: MemoryWorld) {
  const { employees } = await ports.people.load()
  const inboxes = await Promise.all(
    Object.keys(employees).map(async (id) => {
      const { items } = await ports.notices.inbox(id, { limit: 50 })
      return items.filter(({ kind }) => kind === 'publish_failed').map((notice) => [id, notice.why, notice.since])
    }),
  )
  return inboxes.flat()
}

describe('rules that are put down for later', () => {
  test('change nothing before their time, and are published with what was chosen for open deals when it has come', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    const offer = offerWith('by: lawyer', 'by: accountant')
    const release = await schedule(world, { offer }, ['offer.check_terms.by'])

    const early = await runReleases(world.ports)
    const before = await versionOf(world)
    world.setNow(due)
    const then = await runReleases(world.ports)
    await world.settle()

    expect(release).toMatchObject({ at: due, state: 'waiting', author: 'helen', note: 'For December', expected: 1 })
    expect([early, before]).toEqual([{ published: 0, seated: 0, releasesFailed: 0 }, 1])
    expect(then).toEqual({ published: 1, seated: 1, releasesFailed: 0 })
    expect(await world.ports.rules.current()).toMatchObject({
      version: 2,
      author: 'helen',
      note: 'For December',
      at: due,
    })
    expect(await world.ports.rules.scheduled()).toEqual([])
    const tasks = await world.ports.deals.tasksOf(deal.id)
    expect(tasks.find(({ template }) => template === 'check_terms')?.responsible).toBe('alex')
    expect(await told(world)).toEqual([])
  })

  test('that are blocked by then change nothing: publishers are told, the alarm rings, and it is tried once', async () => {
    const world = await aShop()
    // Nobody is in the stage yet, so that it may go.
    const gone: Shop = {
      pipelines:
        'shop: { name: Shop, stages: [talk, pay, after], won_after: pay }\n  works: { name: Works, stages: [pay, after], won_after: pay }',
      offer: '',
    }
    await schedule(world, gone)
    const deal = await aDealIn(world, 'offer')
    world.setNow(due)

    const runs = [await runReleases(world.ports), await runReleases(world.ports), await runReleases(world.ports)]

    expect(runs.map(({ published, releasesFailed }) => [published, releasesFailed])).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
    ])
    expect(await versionOf(world)).toBe(1)
    expect((await world.ports.deals.find(deal.id))?.stage).toBe('offer')
    const why = expect.stringMatching(/^Nothing was published: say under “moved:” what becomes of “offer”/)
    expect(await told(world)).toEqual([['helen', why, due]])
    expect(await world.ports.rules.scheduled()).toMatchObject([{ state: 'failed', why }])
  })

  test('that rest on a version which is not in force any more change nothing, and say who published since', async () => {
    const world = await aShop()
    await schedule(world, renamed)
    await publish(world, { offer: offerWith('name: Offer', 'name: Our offer') })
    world.setNow(due)

    const run = await runReleases(world.ports)

    expect(run).toMatchObject({ published: 0, releasesFailed: 1 })
    expect(await versionOf(world)).toBe(2)
    expect(await told(world)).toMatchObject([['helen', expect.stringContaining('v2 by helen at 2026-12-01'), due]])
  })

  test('that have faults by then change nothing, because a text is checked by the Norma that publishes it', async () => {
    const world = await aShop()
    await schedule(world, renamed)
    const [kept] = await world.ports.rules.scheduled()
    if (kept === undefined) throw new Error('Nothing is scheduled.')
    await world.ports.rules.schedule({ ...kept, text: kept.text.replace('by: lawyer', 'by: lawer') })
    world.setNow(due)

    const runs = [await runReleases(world.ports), await runReleases(world.ports)]

    expect(runs.map(({ releasesFailed }) => releasesFailed)).toEqual([1, 0])
    expect(await versionOf(world)).toBe(1)
    expect(await told(world)).toMatchObject([['helen', expect.stringContaining('lawer'), due]])
  })

  test('are not put down when they are blocked, late already or planned on another version', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer')
    const helen = await world.as('helen')
    const anna = await world.as('anna')
    const input = { text: shopText(renamed), note: 'x', expected: 1, at: due }
    const asks = [
      scheduleRules(world.ports, helen, { ...input, text: shopText(proposal) }),
      scheduleRules(world.ports, helen, { ...input, at: '2026-12-01T09:00:00.000Z' }),
      scheduleRules(world.ports, helen, { ...input, expected: 7 }),
      scheduleRules(world.ports, anna, input),
    ]

    const codes = await Promise.all(
      asks.map((ask) =>
        ask.then(
          () => 'done',
          ({ code }: { code: string }) => code,
        ),
      ),
    )

    expect(codes).toEqual(['rules_blocked', 'field_value', 'version_conflict', 'forbidden'])
    expect(await world.ports.rules.scheduled()).toEqual([])
  })

  test('are published no more once they are called off', async () => {
    const world = await aShop()
    const { id } = await schedule(world, renamed)
    const helen = await world.as('helen')

    await cancelScheduled(world.ports, helen, id)
    const twice = cancelScheduled(world.ports, helen, id)

    await expect(twice).rejects.toMatchObject({ code: 'release_unknown' })
    world.setNow(due)
    expect(await runReleases(world.ports)).toMatchObject({ published: 0, releasesFailed: 0 })
    expect(await versionOf(world)).toBe(1)
  })

  test('are published once by two runs at the same moment, and nobody is told that it failed', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    await schedule(world, renamed)
    world.setNow(due)

    const runs = await Promise.all([runReleases(world.ports), runReleases(world.ports)])
    await world.settle()

    expect(runs.map(({ releasesFailed }) => releasesFailed)).toEqual([0, 0])
    expect(runs.reduce((sum, { published }) => sum + published, 0)).toBe(1)
    expect(await versionOf(world)).toBe(2)
    expect(await world.ports.rules.scheduled()).toEqual([])
    expect(await told(world)).toEqual([])
    expect(await world.ports.deals.find(deal.id)).toMatchObject({ stage: 'proposal', version: 2 })
  })

  test('are not published again when the run that published them died before it had said so', async () => {
    const world = await aShop()
    await schedule(world, renamed)
    world.setNow(due)
    const dying = {
      ...world.ports,
      rules: { ...world.ports.rules, unschedule: () => Promise.reject(new Error('gone')) },
    }

    await expect(runReleases(dying)).rejects.toThrow('gone')
    const after = await runReleases(world.ports)

    expect(after.releasesFailed).toBe(0)
    expect(await versionOf(world)).toBe(2)
    expect(await world.ports.rules.scheduled()).toEqual([])
    expect(await told(world)).toEqual([])
  })
})
