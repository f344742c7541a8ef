import type { Backstage, PutAside } from '#ports/backstage'
import type { Runtime } from '#local/runtime'

/** What can be told of how the product runs, once it does: queues and schedules are this machine’s own. */
export function backstagePort(store: Backstage, behind: () => Runtime | undefined): Backstage {
  return {
    ...store,
    stand: () => behind()?.stand(),
    deadLetters: () => behind()?.deadLetters().map(putAside),
    redrive: (consumer, ids) => behind()?.redrive(consumer, ids) ?? 0,
  }
}

/** What is told of an event that was put aside: its name and deal, nothing of what it says. */
function putAside({ consumer, id, event, why, at }: ReturnType<Runtime['deadLetters']>[number]): PutAside {
  const { 'detail-type': name, name: plain, detail } = event as Readonly<Record<string, unknown>>
  const of = (detail ?? {}) as Readonly<Record<string, unknown>>
  const inner = (of['detail'] ?? of) as Readonly<Record<string, unknown>>
  const [told] = [name, plain, of['name']].filter((one) => typeof one === 'string')
  const { dealId } = inner
  return {
    consumer,
    id,
    event: told ?? '?',
    dealId: typeof dealId === 'string' && dealId !== '' ? dealId : null,
    why,
    at,
  }
}
