import { own } from '#domain/kernel/own'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'

/**
 * What the stage of a deal makes by itself and whose time has come, by the ids of documents and invoices: on entry, or once an
 * event has happened in this stay. Nothing of a deal that has ended.
 */
export function madeNow(
  { pipelines }: Model,
  { pipeline, stage, status, happened, visit }: Pick<Deal, 'pipeline' | 'stage' | 'status' | 'happened' | 'visit'>,
): readonly string[] {
  if (status !== 'open' && status !== 'won') return []
  const here = own(pipelines, pipeline)?.stages.find(({ id }) => id === stage)
  return (here?.make ?? []).flatMap(({ document, after }) => {
    const at = after === undefined ? visit.enteredAt : happened[after]
    return at !== undefined && at >= visit.enteredAt ? [document] : []
  })
}
