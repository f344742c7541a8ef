import { filledText, namesInText } from '#domain/rules/task-text'
import type { Ports } from '#ports/ports'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Task } from '#schemas/task'

type Told = Pick<Task, 'dealId' | 'do'>

/**
 * Tasks as people read them: a text that names a client is kept as the rules word it, so that no name stands in what is
 * kept of a task, and filled when it is read. `known` are deals that have been read already. Only for readers: what is
 * filled must not be written.
 */
export async function filledTasks<T extends Told>(
  { deals, gateFacts, rules }: Pick<Ports, 'deals' | 'gateFacts' | 'rules'>,
  tasks: readonly T[],
  known: readonly Pick<Deal, 'id' | 'links'>[] = [],
): Promise<readonly T[]> {
  const naming = tasks.filter((task) => namesInText(task.do).length > 0)
  if (naming.length === 0) return tasks
  const there = new Map(known.map((deal) => [deal.id, deal]))
  const others = [...new Set(naming.map(({ dealId }) => dealId))].filter((id) => id !== '' && !there.has(id))
  const [found, { model }] = await Promise.all([others.length === 0 ? [] : deals.findMany(others), rules.current()])
  for (const deal of found) there.set(deal.id, deal)
  const values = new Map<string, Readonly<Record<string, FieldValue>>>()
  await Promise.all(
    [...there.values()].map(async (deal) => {
      const names = naming.flatMap((task) => (task.dealId === deal.id ? namesInText(task.do) : []))
      if (names.length > 0) values.set(deal.id, (await gateFacts.find(deal, names)).values)
    }),
  )
  return tasks.map((task) => ({ ...task, do: filledText(task.do, values.get(task.dealId) ?? {}, model.clients) }))
}
