import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { consumer } from '#events/consumer'
import { consumers } from '#product/lists/consumers'
import { firstRules } from '#product/memory-language'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import type { RulesVersion } from '#ports/rules'
import { createDeal } from '#usecases/deals/create-deal'
import { publishRules } from '#release/usecases/publish-rules'
import { departments, employees } from '#test/support/world'

const text = readFileSync('pipelines.yaml', 'utf8')
let rules: RulesVersion
beforeAll(async () => {
  rules = await firstRules(text, '2026-12-01T07:00:00.000Z')
})

const found = (more: object = {}): Promise<MemoryWorld> => memoryWorld({ rules, employees, departments, ...more })

async function aDeal(world: MemoryWorld): Promise<string> {
  const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna' }
  const { id } = await createDeal(world.ports, await world.as('helen'), input)
  await world.settle()
  return id
}

const happened = (world: MemoryWorld): readonly string[] =>
  world.history().map(({ at, name }) => `${at.slice(0, 16)} ${name}`)

describe('a world in memory', () => {
  test('opens the tasks of a new deal when what has happened is handed on', async () => {
    const world = await found()
    const id = await aDeal(world)

    const tasks = await world.ports.deals.tasksOf(id)

    expect(tasks.map(({ template }) => template)).toContain('send_deck')
    expect(happened(world)).toEqual(['2026-12-01T07:00 deal.created'])
  })

  test('brings about on the way what time brings, each thing in the minute after it is due', async () => {
    const world = await found()
    await aDeal(world)
    await world.passTo('2026-12-02T15:00:00.000Z')
    const before = world.history().length

    await world.passTo('2026-12-03T20:00:00.000Z')

    const late = happened(world).slice(before)
    expect(
      happened(world)
        .slice(0, before)
        .filter((line) => line.endsWith('task.overdue')),
    ).toEqual([])
    expect(late[0]).toBe('2026-12-02T15:01 task.overdue')
    expect(late).toContain('2026-12-03T10:01 task.escalated')
    expect(world.now()).toBe('2026-12-03T20:00:00.000Z')
  })

  test('passes a year of silence in no time, and comes to its end', async () => {
    const world = await found()
    await aDeal(world)

    await world.passTo('2027-12-01T07:00:00.000Z')

    expect(world.history().length).toBeLessThan(60)
  })

  test('does nothing on the way when only the clock is set', async () => {
    const world = await found()
    await aDeal(world)

    world.setNow('2027-01-01T07:00:00Z')

    expect([world.now(), world.history().length]).toEqual(['2027-01-01T07:00:00.000Z', 1])
  })

  test('gives the tasks of those who are away to their deputies', async () => {
    const away = employees.map((one) =>
      one.id === 'anna' ? { ...one, absences: [{ from: '2026-12-02', to: '2026-12-20', deputy: 'andrew' }] } : one,
    )
    const world = await found({ employees: away })
    const id = await aDeal(world)

    await world.passTo('2026-12-02T09:00:00.000Z')

    const tasks = await world.ports.deals.tasksOf(id)
    expect(tasks.find(({ template }) => template === 'send_deck')).toMatchObject({
      responsible: 'andrew',
      standsInFor: 'anna',
    })
  })

  test('keeps an event that a consumer could not handle for the next time', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let isBroken = true
    const run = async () => (isBroken ? ['deal'] : [])
    const shaky = consumer({ name: 'shaky', on: ['deal.created'], run })
    const world = await found({ consumers: [shaky, ...consumers] })
    const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna' }
    const { id } = await createDeal(world.ports, await world.as('helen'), input)

    await expect(world.settle()).rejects.toThrow('shaky could not handle deal')
    isBroken = false
    await world.settle()

    expect((await world.ports.deals.tasksOf(id)).length).toBeGreaterThan(0)
  })

  test('publishing the text that is current already changes nothing, another one is the next version', async () => {
    const world = await found()
    const same = await publishRules(world.ports, await world.as(), { text, note: 'again', expected: 1 })
    const next = await publishRules(world.ports, await world.as(), {
      text: `${text}\n# more\n`,
      note: 'n',
      expected: 1,
    })

    expect([same.version, next.version]).toEqual([1, 2])
  })

  test('rules with faults are refused in the words of the checker', async () => {
    await expect(memoryWorld({ rules: 'version: 1\nrolles: {}\n' })).rejects.toThrow(/faults/)
  })
})
