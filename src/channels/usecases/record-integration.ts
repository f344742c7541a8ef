import { masked, noMasks } from '#channels/domain/masked'
import type { RecordedDay } from '#channels/domain/recorded-day'
import type { Ports } from '#ports/ports'

/**
 * What came by an integration last, as a day that can be played and made a test of: names, numbers, addresses and secrets
 * are replaced. Undefined where nothing is connected under that name.
 */
export async function recordIntegration(
  { integrations }: Pick<Ports, 'integrations'>,
  id: string,
  most: number,
): Promise<RecordedDay | undefined> {
  const kept = await integrations.find(id)
  if (kept === undefined) return undefined
  const { items } = await integrations.arrivals(id, { limit: most })
  const whole = await Promise.all(items.toReversed().map((one) => integrations.arrival(id, one.id)))
  const came = whole.flatMap((one) => one ?? [])
  const secrets = kept.secrets.flatMap(({ values }) => Object.values(values))
  const masks = noMasks()
  const beginning = Date.parse(came[0]?.at ?? '')
  const hide = (text: string) => masked(text, secrets, masks)
  const { adapter } = kept
  return {
    integrations: [{ id, adapter, name: { en: adapter, ru: adapter } }],
    arrivals: came.map(({ at, method, tail, query, headers, body }) => ({
      at: Math.round((Date.parse(at) - beginning) / 1000),
      integration: id,
      method,
      tail: hide(tail),
      query: hide(query),
      headers: headers['content-type'] === undefined ? {} : { 'content-type': headers['content-type'] },
      body: hide(new TextDecoder('utf-8').decode(body)),
      isRecorded: true,
    })),
  }
}
