import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { bareClient, createClient } from '#clients/domain/client'
import { keysOf, keyText, withWays } from '#clients/domain/ways'
import { mergeClients } from '#clients/usecases/merging/merge-clients'
import { undoMerge } from '#clients/usecases/merging/undo-merge'
import type { WayKey, WholeClient } from '#schemas/kept-client'
import { afterMerging, allOf, dealOf } from '#test/clients/merging'
import { runs } from '#test/support/runs'
import { aWorldInMemory, type World } from '#test/support/world'

let world: World
beforeAll(async () => {
  world = await aWorldInMemory()
})

const pick = <T>(all: readonly T[]) => fc.subarray([...all])
const few = (most: number) => fc.integer({ min: 0, max: most })

/** What one of two cards says and has; numbers and people are of a few, so that both often have the same. */
const side = fc.record({
  name: fc.constantFrom('Аврора', 'ООО «Аврора»', 'Aurora'),
  owner: fc.constantFrom('anna', 'andrew', null),
  inn: fc.option(fc.constant('7707083893'), { nil: undefined }),
  kpp: fc.option(fc.constantFrom('773601001', '770701001'), { nil: undefined }),
  phones: pick(['+74950120001', '+74950120002', '+74950120003;ext=5']),
  emails: pick(['a@aurora.example', 'b@aurora.example']),
  note: fc.option(fc.constantFrom('office', 'склад'), { nil: undefined }),
  unread: pick(['тел. у секретаря', 'позже']),
  ogrn: fc.option(fc.constant('1027700132195'), { nil: undefined }),
  bank: fc.option(fc.constantFrom('044525225', '044525974'), { nil: undefined }),
  segment: fc.option(fc.constantFrom('small', 'large'), { nil: undefined }),
  people: pick([0, 1, 2]),
  title: fc.option(fc.constantFrom('Director', 'Бухгалтер'), { nil: undefined }),
  talks: few(2),
  deals: few(3),
  apart: fc.boolean(),
})
type Side = ReturnType<(typeof side)['generate']>['value']

let count = 0
const fresh = (kind: string): string => `${kind}_${String((count += 1)).padStart(8, '0')}`

async function kept(made: WholeClient): Promise<string> {
  const change = createClient(made, { actor: { kind: 'system', id: 'test' }, at: world.now(), correlationId: 'cor' })
  if (!(await world.ports.clients.save(change))) throw new Error('It was not saved.')
  return change.next.client.id
}

/** Numbers that only this pair of cards has: the same text in both is the same number. */
function cardOf(own: Side, no: number): WholeClient {
  const bare = bareClient(fresh('client'), 'company', own.name, own.owner)
  const keys: WayKey[] = [
    ...own.phones.map((text) => ({ kind: 'phone' as const, text: text.replace('+7495', `+7${900 + (no % 90)}`) })),
    ...own.emails.map((text) => ({ kind: 'email' as const, text: text.replace('@', `${no}@`) })),
  ]
  const requisites = {
    ...(own.ogrn === undefined ? {} : { ogrn: own.ogrn }),
    ...(own.bank === undefined ? {} : { bank: 'Bank', bik: own.bank }),
  }
  return {
    client: {
      ...bare.client,
      ...(own.inn === undefined ? {} : { inn: own.inn }),
      ...(own.kpp === undefined ? {} : { kpp: own.kpp }),
      fields: own.segment === undefined ? {} : { segment: own.segment },
    },
    personal: {
      ...withWays(bare.personal, keys, own.note),
      ...(own.unread.length === 0 ? {} : { unread: own.unread }),
      ...(Object.keys(requisites).length === 0 ? {} : { requisites }),
    },
  }
}

type Staff = { readonly people: readonly string[]; readonly stranger: string }

async function staffOf(): Promise<Staff> {
  const person = () => kept(bareClient(fresh('client'), 'person', 'Пётр', 'anna'))
  return {
    people: [await person(), await person(), await person()],
    stranger: await kept(bareClient(fresh('client'), 'company', 'Чужие', 'anna')),
  }
}

async function born(own: Side, { people, stranger }: Staff, no: number): Promise<string> {
  const { clients, talks, duplicates } = world.ports
  const id = await kept(cardOf(own, no))
  for (const at of own.people) {
    await clients.link(id, people[at] ?? '', own.title === undefined ? {} : { title: own.title })
  }
  for (let at = 0; at < own.talks; at += 1) await talks.link(id, fresh('talk'))
  for (let at = 0; at < own.deals; at += 1) await dealOf(world, [[id, at === 0 ? 'payer' : 'client']])
  if (own.apart) await duplicates.keepApart({ one: id, other: stranger, by: 'anna', at: world.now() })
  return id
}

async function pairOf(one: Side, other: Side, shared: number) {
  const no = (count += 1)
  const staff = await staffOf()
  const [winner, loser] = [await born(one, staff, no), await born(other, staff, no)]
  for (let at = 0; at < shared; at += 1) {
    await dealOf(world, [
      [winner, 'client'],
      [loser, at === 0 ? 'payer' : 'client'],
    ])
  }
  return { winner, loser }
}

const command = async () => ({ ...(await world.as()), language: 'en' as const })
const people = () => world.ports.people.load()

const merged = async (winner: string, loser: string): Promise<string> => {
  const { merge = '' } = await mergeClients(world.ports, await command(), await people(), {
    id: winner,
    input: { loser },
  })
  await afterMerging(world, loser)
  return merge
}

const union = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].toSorted()

describe('two cards that are merged', () => {
  test('lose no number, address, link with its title, deal, talk and nothing that was said of them', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, few(2), async (one, other, shared) => {
        const { winner, loser } = await pairOf(one, other, shared)
        const [was, theirs] = [await allOf(world, winner), await allOf(world, loser)]

        await merged(winner, loser)

        const [now, left] = [await allOf(world, winner), await allOf(world, loser)]
        const ways = ({ card }: typeof was) => (card === undefined ? [] : keysOf(card).map(keyText))
        expect(union(ways(now))).toEqual(union(ways(was), ways(theirs)))
        expect(union(now.card?.personal.unread ?? [])).toEqual(
          union(was.card?.personal.unread ?? [], theirs.card?.personal.unread ?? []),
        )
        expect(now.links.map(({ id }) => id)).toEqual(
          union(
            was.links.map(({ id }) => id),
            theirs.links.map(({ id }) => id),
          ),
        )
        const titles = [...was.links, ...theirs.links].flatMap(({ id, title }) => (title === undefined ? [] : [id]))
        expect(now.links.filter(({ title }) => title !== undefined).map(({ id }) => id)).toEqual(union(titles))
        expect(now.deals.map(({ deal }) => deal)).toEqual(
          union(
            was.deals.map(({ deal }) => deal),
            theirs.deals.map(({ deal }) => deal),
          ),
        )
        expect(now.linked.flatMap(([deal, roles]) => roles.map((role) => `${deal} ${role}`)).toSorted()).toEqual(
          union([...was.linked, ...theirs.linked].flatMap(([deal, roles]) => roles.map((role) => `${deal} ${role}`))),
        )
        expect(now.talks).toEqual(union(was.talks, theirs.talks))
        expect(now.apart.length > 0).toBe(was.apart.length + theirs.apart.length > 0)
        expect([left.links, left.deals, left.talks, left.apart]).toEqual([[], [], [], []])
        for (const key of now.card === undefined ? [] : keysOf(now.card)) {
          const [holders] = await world.ports.clients.holders([key])
          expect(holders?.clients).toContain(winner)
          expect(holders?.clients).not.toContain(loser)
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  test('are what they were when that is undone and nothing came between', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, few(2), async (one, other, shared) => {
        const { winner, loser } = await pairOf(one, other, shared)
        const before = [await allOf(world, winner), await allOf(world, loser)]
        const holders = async () => {
          const cards = await world.ports.clients.findMany([winner, loser])
          return (await world.ports.clients.holders(cards.flatMap(keysOf))).map(({ key, clients }) => [key, clients])
        }
        const held = await holders()

        const merge = await merged(winner, loser)
        const answer = await undoMerge(world.ports, await command(), await people(), { id: merge, input: {} })
        await afterMerging(world, loser)

        expect([await allOf(world, winner), await allOf(world, loser)]).toEqual(before)
        expect(await holders()).toEqual(held)
        expect(answer.stays).toEqual({ values: [], deals: [] })
      }),
      { numRuns: runs(1000) },
    )
  })
})
