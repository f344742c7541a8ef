import { beforeEach, describe, expect, test } from 'vitest'

import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { DomainEvent } from '#schemas/event'
import { firstRules } from '#product/memory-language'
import { steadyRules } from '#test/support/steady-rules'
import { aKeptDeal, born, hour } from './things'
import { anEvent } from '#test/support/history'

/** What the stores of people, settings, rules and automation promise, whatever they are made of. */
export function companySuite(open: () => Promise<Ports>): void {
  let ports: Ports
  beforeEach(async () => {
    ports = await open()
  })

  describe('people', () => {
    const anna = { id: 'anna', name: 'Anna', department: 'b2b', roles: ['hunters'], active: true }

    test('are loaded as they were saved last', async () => {
      await ports.people.saveDepartment({ id: 'b2b', name: 'B2B', parent: null, head: 'anna' })
      await ports.people.saveEmployee(anna)
      await ports.people.saveEmployee({ ...anna, id: 'aaron', active: false })
      const before = await ports.people.load()
      await ports.people.saveEmployee({ ...anna, roles: [] })

      const { employees, departments } = await ports.people.load()

      expect(before.employees['anna']?.roles).toEqual(['hunters'])
      expect(Object.keys(employees).toSorted()).toEqual(['aaron', 'anna'])
      expect(employees['anna']?.roles).toEqual([])
      expect(departments['b2b']?.head).toBe('anna')
    })

    test('a word that is no id is nobody', async () => {
      const { employees, departments } = await ports.people.load()

      expect([employees['constructor'], departments['toString']]).toEqual([undefined, undefined])
    })

    test('turns of a queue count from 0, each queue by itself', async () => {
      const turns = [
        await ports.people.nextTurn('a'),
        await ports.people.nextTurn('a'),
        await ports.people.nextTurn('b'),
      ]

      expect(turns).toEqual([0, 1, 0])
    })

    test('open deals are counted by owner as the columns are', async () => {
      const share = { pipeline: 'p', stage: 's', owner: 'anna', amountMinor: 1, currency: 'RUB' }
      await ports.plans.countColumn('deal_1', 1, share)
      await ports.plans.countColumn('deal_2', 1, share)
      await ports.plans.countColumn('deal_2', 2, { ...share, owner: 'boris' })
      await ports.plans.countColumn('deal_1', 2, null)

      expect(await ports.people.openDeals()).toEqual({ anna: 0, boris: 1 })
    })
  })

  test('settings are roubles until something is set', async () => {
    expect(await ports.settings.load()).toEqual({ currency: 'RUB', rates: {} })
    await ports.settings.save({ currency: 'EUR', rates: { USD: '0.92' } })
    expect(await ports.settings.load()).toEqual({ currency: 'EUR', rates: { USD: '0.92' } })
  })

  describe('rules', () => {
    let first: RulesVersion
    beforeEach(async () => {
      first = await firstRules(steadyRules(), hour(0))
    })

    test('there are none before the first are published', async () => {
      await expect(ports.rules.current()).rejects.toMatchObject({ code: 'rules_unknown' })
      await expect(ports.rules.version(1)).rejects.toMatchObject({ code: 'rules_unknown' })
    })

    test('the newest is current and every version stays as it was', async () => {
      await ports.rules.publish(first, 0)
      await ports.rules.publish({ ...first, version: 2, note: 'second', at: hour(1) }, 1)

      expect(await ports.rules.current()).toMatchObject({ version: 2, note: 'second' })
      const one = await ports.rules.version(1)
      expect([one.note, one.text === first.text, one.hash]).toEqual(['First rules', true, first.hash])
      expect(JSON.stringify(one.model)).toBe(JSON.stringify(first.model))
      expect(one.model.pipelines['constructor']).toBeUndefined()
    })

    test('of two publishers at once one wins', async () => {
      const second = { ...first, version: 2 }
      await ports.rules.publish(first, 0)

      const both = await Promise.allSettled([ports.rules.publish(second, 1), ports.rules.publish(second, 1)])

      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      await expect(ports.rules.publish(first, 0)).rejects.toMatchObject({ code: 'version_conflict' })
      await expect(ports.rules.publish({ ...first, version: 3 }, 1)).rejects.toMatchObject({ code: 'version_conflict' })
      expect((await ports.rules.current()).version).toBe(2)
    })
  })

  describe('automation', () => {
    const run = (
      rule: string,
      version = 1,
    ): DomainEvent & { detail: { run: NonNullable<DomainEvent['detail']['run']> } } => {
      const event = anEvent(version, { name: 'automation.run' })
      return {
        ...event,
        id: `${event.id}~auto~${rule}`,
        detail: { ...event.detail, run: { rule, line: 1, outcome: 'done', actions: [] } },
      }
    }

    test('a run is noted once, and known by the version after which it ran', async () => {
      await ports.deals.save(born(aKeptDeal()))

      expect(await ports.automation.note(run('paid'))).toBe(true)
      expect(await ports.automation.note(run('paid'))).toBe(false)
      expect(await ports.automation.note(run('big'))).toBe(true)
      expect((await ports.automation.runsAfter('deal_1', 1)).toSorted()).toEqual(['big', 'paid'])
      expect(await ports.automation.runsAfter('deal_1', 11)).toEqual([])
      const { items } = await ports.deals.events('deal_1', { limit: 9, order: 'oldest' })
      expect(items.map(({ id }) => id)).toEqual(['deal_1:1', 'deal_1:1~auto~big', 'deal_1:1~auto~paid'])
    })

    test('rules are paused and resumed', async () => {
      const pause = { rule: 'paid', at: hour(0), by: 'helen', reason: 'The bank sends nonsense' }
      await ports.automation.pause(pause)
      await ports.automation.pause({ ...pause, rule: 'big' })
      await ports.automation.resume('big')

      expect(await ports.automation.pauses()).toEqual([pause])
    })
  })
}
