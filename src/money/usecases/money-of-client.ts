import type { KeptOfClient } from '#ports/personal'
import type { Ports } from '#ports/ports'
import { saidOfTasks } from '#usecases/tasks/said-of-tasks'

/** The invoices of every deal a client is in, closed ones too, and the payments that are booked on them. */
export async function moneyOfClient(
  { clients, deals, money }: Pick<Ports, 'clients' | 'deals' | 'money'>,
  client: string,
): Promise<readonly KeptOfClient[]> {
  const rows = await clients.dealsOf(client)
  const invoices = (await Promise.all(rows.map(({ deal }) => money.invoicesOf(deal)))).flat()
  const ids = new Set(invoices.flatMap(({ shares }) => shares.map(({ payment }) => payment)))
  const payments = await money.findPayments([...ids])
  return [
    ...invoices.map((invoice) => ({ place: 'invoice', id: invoice.id, says: invoice })),
    ...payments.map((payment) => ({ place: 'payment', id: payment.id, says: payment })),
    ...(await saidOfTasks(
      { deals },
      payments.map(({ id }) => ({ kind: 'payment', id })),
    )),
  ]
}
