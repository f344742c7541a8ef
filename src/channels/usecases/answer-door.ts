import { loadedAdapter } from '#channels/loaded-adapter'
import { json, type Adapter, type AdapterPart, type Answer } from '#channels/adapter'
import { askedOf, type RawRequest } from '#channels/domain/asked'
import { mostBytes } from '#channels/domain/arrivals'
import type { KeptArrival, KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'

type Needs = Pick<
  Ports,
  'clock' | 'files' | 'ids' | 'integrations' | 'people' | 'knownClients' | 'outlet' | 'rules' | 'talks'
>

/** What comes to the door of a provider, and by which browser page it was sent, if by any. */
export type Knock = { readonly integration: string; readonly request: RawRequest }

/** An answer with the headers that browsers heed. */
export type DoorAnswer = Answer & { readonly headers?: Readonly<Record<string, string>> }

const empty: Answer = { status: 200, type: 'text/plain; charset=utf-8', body: '' }
const unknown: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: '' }
const stranger: Answer = { status: 401, type: 'text/plain; charset=utf-8', body: '' }
const tooLarge: Answer = { status: 413, type: 'text/plain; charset=utf-8', body: '' }

/**
 * Answers whoever knocks: an address that is none with 404, a secret that is wrong with 401, and neither is kept, but for a
 * count. Everything else is written down first, as the bytes that came, and answered as the provider wants it; it is read
 * later. What a provider asks at once (who rings) is answered at once.
 */
export async function answerDoor(ports: Needs, { integration: id, request }: Knock): Promise<DoorAnswer> {
  if (request.body.length > mostBytes) return tooLarge
  const kept = await ports.integrations.find(id)
  const adapter = kept === undefined ? undefined : await loadedAdapter(kept.adapter)
  if (kept === undefined || adapter === undefined) return unknown
  const origin = originOf(kept, request)
  if (request.method === 'OPTIONS') return origin === undefined ? unknown : { ...empty, status: 204, headers: origin }
  const asked = askedOf(request)
  if (kept.adapter === 'site' && /^(?:challenge|files)$/.test(request.tail))
    return { ...(await besideForm(ports, kept, asked)), ...(origin === undefined ? {} : { headers: origin }) }
  const knocked = adapter.knock?.(asked)
  if (knocked !== undefined) return knocked
  const part = goodPart(kept, adapter, asked, ports.clock.now())
  if (part === undefined) {
    await ports.integrations.countRefused(id)
    return stranger
  }
  const pinged = adapter.ping?.(part)
  if (pinged !== undefined) return pinged
  if (adapter.ordersAt !== undefined && request.tail === adapter.ordersAt)
    return (await import('./dialling/hand-orders')).handOrders(ports, kept, asked)
  const number = adapter.asks?.(asked)
  if (number !== undefined) return (await import('./who-rings')).whoRings(ports, { integration: kept, adapter, number })
  await ports.integrations.keep(arrivalOf(ports, kept, request))
  const isPlainForm = /\btext\/html\b/.test(request.headers['accept'] ?? '') && origin === undefined
  if (isPlainForm && adapter.kind === 'form' && kept.settings.thanks !== undefined)
    return { ...empty, status: 303, headers: { location: kept.settings.thanks } }
  return { ...(adapter.answer ?? empty), ...(origin === undefined ? {} : { headers: origin }) }
}

/** What our script asks for beside the form: a puzzle where one is needed, and where to send a file. Nothing of it is kept. */
async function besideForm(ports: Needs, kept: KeptIntegration, asked: AdapterPart['asked']): Promise<Answer> {
  const at = ports.clock.now()
  if (asked.tail === 'challenge') {
    const { puzzleFor } = await import('./forms/proof')
    const puzzle = await puzzleFor(ports, kept, { at, random: ports.outlet.random })
    return puzzle === undefined ? { ...empty, status: 204 } : json(puzzle)
  }
  const { placeForFile } = await import('./forms/form-files')
  const from = asked.headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? ''
  const announced = jsonIn(asked)
  const place = await placeForFile(ports, { integration: kept.id, announced, from, at })
  return place === undefined ? { ...empty, status: 400 } : json(place)
}

function jsonIn(asked: AdapterPart['asked']): unknown {
  try {
    return asked.json()
  } catch {
    return undefined
  }
}

/** What the request is read with, by the secrets that prove it; undefined where none of those that are good does. */
function goodPart(
  { secrets, settings }: KeptIntegration,
  adapter: Adapter,
  asked: AdapterPart['asked'],
  now: string,
): AdapterPart | undefined {
  const good = secrets.filter(({ until }) => until === undefined || until > now)
  const parts = good.map(({ values }) => ({ asked, settings: { zone: 'UTC', ...settings }, secrets: values }))
  return parts.find((part) => adapter.verify(part))
}

/** What a browser is told of a page of a listed site; undefined where it asks for no page that is listed. */
function originOf(
  { settings }: KeptIntegration,
  { headers }: RawRequest,
): Readonly<Record<string, string>> | undefined {
  const { origin } = headers
  if (origin === undefined || !(settings.origins ?? []).includes(origin)) return undefined
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-max-age': '600',
    vary: 'origin',
  }
}

/** What of the headers says how to read the body and where it was sent from; secrets are not among them. */
const keptHeaders: ReadonlySet<string> = new Set(['content-type', 'origin', 'referer', 'user-agent', 'x-forwarded-for'])

function arrivalOf(
  { clock, ids }: Pick<Ports, 'clock' | 'ids'>,
  { id, paused, secrets }: KeptIntegration,
  { method, tail, query, headers, body, from }: RawRequest,
): KeptArrival {
  const at = clock.now()
  const isSecret = secrets.some(({ values }) => Object.values(values).includes(tail))
  return {
    integration: id,
    id: `${at}_${ids.next('arr').slice('arr_'.length)}`,
    at,
    state: paused ? 'paused' : 'waiting',
    bytes: body.length,
    media: (headers['content-type'] ?? '').slice(0, 200),
    method,
    // Where the address is the secret, what it says is not written down.
    tail: isSecret ? '' : tail,
    query,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => keptHeaders.has(name))),
    body,
    ...(from === undefined ? {} : { from }),
  }
}
