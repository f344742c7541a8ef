import { describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { reasonText } from '#test/support/told'
import { aWorld, type World } from '#test/support/world'
import { cases, type Case } from './cases'
import { toldImport, type ToldReport } from './company'

const engine = useEngine()

describe('a dry run and the run say the same of', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const world = await aWorld(engine)
    const before = await everything(world, one)

    const dry = await run(world, one, true)
    const afterDry = await everything(world, one)
    const real = await run(world, one, false)

    expect(plain(dry)).toEqual(plain(real))
    expect(afterDry).toEqual(before)
    expect(real.inputs.map(({ made }) => made)).toEqual(one.made)
    if (one.there !== undefined) expect(real.inputs.map(({ there }) => there)).toEqual(one.there)
    if (one.passedOver !== undefined) expect(real.inputs.map(({ passedOver }) => passedOver)).toEqual(one.passedOver)
    if (one.rows !== undefined) expect(real.inputs.map(({ rows }) => rows)).toEqual(one.rows)
    const told = real.inputs.flatMap(({ leftOut }) => leftOut.map(({ line, reasons }) => [line, reasonText(reasons)]))
    expect(told).toEqual((one.leftOut ?? []).map(([line, text]) => [line, wanted(text)]))
    for (const [id, deal] of Object.entries(one.deals ?? {})) expect(await dealOf(world, id)).toMatchObject(deal)
  })
})

function wanted(text: string | RegExp): unknown {
  return typeof text === 'string' ? text : expect.stringMatching(text)
}

function run({ ports }: World, { mapping, files }: Case, isDryRun: boolean): Promise<ToldReport> {
  const read = (_: string, file: string) => (files[file] === undefined ? undefined : Buffer.from(files[file]))
  return toldImport(ports, { mapping, read, isDryRun })
}

function plain({ inputs }: ToldReport): unknown {
  return inputs.map(({ leftOut, ...input }) => ({
    ...input,
    leftOut: leftOut.map(({ line, reasons }) => [line, reasonText(reasons)]),
  }))
}

async function dealOf({ ports }: World, externalId: string) {
  const id = await ports.deals.byExternalId(externalId)
  return id === undefined ? undefined : ports.deals.find(id)
}

/** What a run may change: the people, the targets, and the deals that the files tell of. */
async function everything(world: World, { deals = {} }: Case): Promise<unknown> {
  const { people, plans } = world.ports
  return {
    people: await people.load(),
    targets: await plans.targets('2025-Q1'),
    deals: await Promise.all(Object.keys(deals).map((id) => dealOf(world, id))),
  }
}
