import { updateClient } from '#clients/usecases/change-clients'
import { buyerRole } from '#domain/deals/of-buyer'
import { employeeCaller } from '#domain/kernel/access'
import type { Deal } from '#schemas/deal'
import { madeUpInn } from './load-statements'
import type { Scene } from './demo-scene'
import { randomOf } from './random'

/** What the gate of a deal's stage asks of the company that buys is written on its card: its INN and KPP. */
export async function fillCard({ ports, model, people }: Scene, deal: Deal): Promise<void> {
  const stage = model.pipelines[deal.pipeline]?.stages.find(({ id }) => id === deal.stage)
  const buyer = deal.links?.find(({ role }) => role === buyerRole)
  if (buyer === undefined || stage?.gate?.filled.includes('client.inn') !== true) return
  const card = await ports.clients.find(buyer.client)
  if (card === undefined || card.client.inn !== undefined || card.client.kind !== 'company') return
  const owner = people.employees[card.client.owner ?? deal.owner]
  if (owner === undefined) return
  const inn = companyInn(card.client.name)
  const command = { caller: employeeCaller(owner, people.departments), correlationId: `card~${deal.id}` }
  await updateClient(ports, command, people, { id: buyer.client, input: { inn, kpp: kppOf(inn, '01') } })
}

/** The INN of a company of the demo: the same for the same name, whoever writes it down. */
export function companyInn(name: string): string {
  return madeUpInn(randomOf(`inn ${name}`))
}

/** The KPP of a company at the tax office of its INN, by why it is registered there: `01` for its seat, `43` for a branch. */
export function kppOf(inn: string, reason: '01' | '43'): string {
  return `${inn.slice(0, 4)}${reason}001`
}
