import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { expect, test } from 'vitest'

import { aMadeUpRecord } from '#bench/report-history'
import { looseItems, putAll, seedReports } from '#bench/report-seed'
import { systemCaller } from '#domain/kernel/access'
import { dealFacts } from '#reports/domain/deal-facts'
import { partitions, prefixes } from '#reports/store/keys'
import { queryAll } from '#store/query'
import { packShelf } from '#reports/store/shelf-packs'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'
import { readReport } from '#reports/usecases/read-report'

const engine = useEngine()
const now = '2026-11-25T15:00:00.000Z'
const span = { now, days: 90 } as const
const deals = 60

/** What the pack of a shelf says, unpacked: its texts and its rows. */
async function packedText({ table }: World, shelf: string): Promise<string> {
  const at = { document: engine.client, table }
  const chunks = await queryAll(at, { pk: partitions.shelf(shelf), prefix: prefixes.shelfChunks(1) })
  const texts = await Promise.all(chunks.map(({ packed, rows }) => promisify(gunzip)((packed ?? rows) as Uint8Array)))
  return texts.map((text) => text.toString('latin1')).join('\n')
}

test('a company made up for the benchmark lies in the packs that the packer makes of the same deals', async () => {
  const [seeded, kept] = [await aWorld(engine, { now }), await aWorld(engine, { now })]
  const loose = { busy: 0, quiet: 0 }
  const made = await seedReports(
    { document: engine.client, table: seeded.table },
    { ports: seeded.ports, count: deals, span, loose },
  )
  const { model } = await kept.ports.rules.current()
  const at = { document: engine.client, table: kept.table }
  const shelves = new Set<string>()
  for (let no = 0; no < deals; no += 1) {
    const record = aMadeUpRecord(model, no, span)
    for (const [shelf, body] of dealFacts(record, { modelOf: () => model, zone: model.calendar.timezone })) {
      shelves.add(shelf)
      await putAll(at, looseItems(shelf, [{ id: record.deal.id, rev: 1, body }]))
    }
  }
  let packed = 0
  for (const shelf of shelves) packed += await packShelf(at, shelf, 1)
  const of = async (world: World) => Promise.all([...shelves].map((shelf) => packedText(world, shelf)))

  expect(shelves.size).toBeGreaterThan(6)
  expect(made.refusals).toBeGreaterThan(0)
  expect(packed).toBe(made.entries - made.refusals)
  expect(await of(seeded)).toEqual(await of(kept))
})

test('the plan of the made-up company counts the deals that its facts say were won', async () => {
  const { ports, table } = await aWorld(engine, { now })
  const at = { document: engine.client, table }
  await seedReports(at, { ports, count: deals, span, loose: { busy: 5, quiet: 1 } })
  const reader = { caller: systemCaller('system', 'bench'), people: await ports.people.load() }
  const period = '2026-Q4'
  const accountant = await readReport(ports, reader, { name: 'accountant', asked: { period } }, { language: 'en' })
  const planned = await readReport(
    ports,
    reader,
    { name: 'plan_fact', asked: { period, by: 'company' } },
    { language: 'en' },
  )
  const [won] = accountant.tables
  const fact = planned.tables[0]?.rows[0]?.cells['fact']?.value

  expect(won?.rows.length).toBeGreaterThan(0)
  expect(fact).toBe(won?.totals?.['base']?.value)
})
