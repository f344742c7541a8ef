import { consumers } from '#product/lists/consumers'
import { firstRules } from '#product/memory-language'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import { departments, employees } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { reportRules } from '#test/reports/histories'

const followed = consumers.filter(({ name }) =>
  ['follow-deal', 'keep-plan-ledger', 'keep-column-counters'].includes(name),
)

async function aWonDeal(
  world: MemoryWorld,
  title: string,
  more: { owner: string; amount: number; currency?: string; client?: string },
): Promise<string> {
  const { ports } = world
  const { owner, amount, currency, client = 'Aurora' } = more
  const { id } = await createDeal(ports, await world.as(), {
    title,
    owner,
    pipeline: 'trade',
    stage: 'close',
    client: { name: client },
    fields: { amount },
    ...(currency === undefined ? {} : { currency }),
  })
  await world.settle()
  const complete = [`task_${id.slice(5)}-1-paper`]
  await moveDeal(ports, await world.as('helen'), id, { toStage: 'deliver', complete })
  await world.settle()
  return id
}

/** A small company with two won deals, one of them in dollars, and two open ones. */
export async function aReportedCompany(): Promise<MemoryWorld> {
  const now = '2026-11-25T09:00:00.000Z'
  const world = await memoryWorld({
    rules: await firstRules(reportRules, now),
    employees,
    departments,
    now,
    consumers: followed,
  })
  await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90.5' } })
  await aWonDeal(world, 'Coffee; "best" machines', { owner: 'anna', amount: 1_250_00 })
  await aWonDeal(world, '=HYPERLINK("https://evil.example")', {
    owner: 'cyril',
    amount: 100_00,
    currency: 'USD',
    client: '+7 900 000',
  })
  await createDeal(world.ports, await world.as(), {
    title: 'Open',
    owner: 'anna',
    pipeline: 'trade',
    fields: { amount: 300_00 },
  })
  await createDeal(world.ports, await world.as(), {
    title: 'Open in dollars',
    owner: 'anna',
    pipeline: 'trade',
    currency: 'USD',
    fields: { amount: 10_00 },
  })
  await world.settle()
  return world
}
