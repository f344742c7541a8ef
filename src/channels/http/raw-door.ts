import { Hono, type Context } from 'hono'

import { answerDoor } from '#channels/usecases/answer-door'
import { mostBytes } from '#channels/domain/arrivals'
import type { Ports } from '#ports/ports'

/** What the door is made of. */
export type RawDoorParts = {
  readonly ports: Pick<
    Ports,
    'clock' | 'files' | 'ids' | 'integrations' | 'people' | 'knownClients' | 'outlet' | 'rules' | 'talks'
  >
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void
}

/** How all addresses of the door begin. */
export const rawPrefix = '/in/'

/** Where providers and sites send what they have to say, as they send it. */
export const rawPaths = ['/in/:integration', '/in/:integration/:tail{.+}'] as const

/**
 * The door for whoever has no token: any method, any type, bytes as they come. Who knocks is told nothing but what their own
 * manual asks for. When the store refuses, 503: providers send again.
 */
export function rawDoor({ ports, log = toConsole }: RawDoorParts): Hono {
  const app = new Hono()
  // A dot is in no name of an integration.
  app.get('/in/form.js', script)
  for (const path of rawPaths) app.all(path, (context) => answer(context, ports))
  app.notFound(() => new Response('', { status: 404 }))
  app.onError((error) => {
    log({ level: 'error', door: 'in', error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    return new Response('', { status: 503, headers: { 'retry-after': '60' } })
  })
  return app
}

/** The script for forms of sites, loaded when it is asked for. */
async function script(): Promise<Response> {
  const { formScript } = await import('./form-script')
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
  }
  return new Response(formScript, { headers })
}

async function answer(context: Context, ports: RawDoorParts['ports']): Promise<Response> {
  const { raw } = context.req
  const announced = Number(raw.headers.get('content-length') ?? 0)
  const sent = announced > mostBytes ? undefined : await bodyOf(raw, announced)
  if (sent === undefined) return new Response('', { status: 413 })
  const url = new URL(raw.url)
  const { status, type, body, headers } = await answerDoor(ports, {
    integration: context.req.param('integration') ?? '',
    request: {
      method: raw.method,
      tail: context.req.param('tail') ?? '',
      query: url.search.slice(1),
      headers: Object.fromEntries(raw.headers),
      body: sent,
      ...sentFrom(context),
    },
  })
  const all = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers }
  return new Response(status === 204 || status === 303 ? null : body, { status, headers: all })
}

/** The body; undefined where it is too large: what says nothing of its length is read no further than it may be long. */
async function bodyOf(raw: Request, announced: number): Promise<Uint8Array | undefined> {
  // No server hands on more than was announced.
  if (announced > 0) return new Uint8Array(await raw.arrayBuffer())
  const { body } = raw
  if (body === null) return new Uint8Array()
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length
    if (bytes > mostBytes) return undefined
    pieces.push(piece)
  }
  return pieces.length === 1 ? pieces[0] : new Uint8Array(Buffer.concat(pieces))
}

/** What the machinery in front of the door says of where a request came from. */
type InFront = {
  readonly requestContext?: { readonly http?: { readonly sourceIp?: string } }
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/** The network address a request was sent from; a proxy of one’s own says for whom it asks. */
function sentFrom({ env, req }: Context): { readonly from?: string } {
  const { requestContext, incoming } = (env ?? {}) as InFront
  const near = requestContext?.http?.sourceIp ?? incoming?.socket?.remoteAddress
  const told = req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const from = near === undefined || isInside.test(near) ? (told ?? near) : near
  return from !== undefined && /^[\da-f.:]{2,45}$/i.test(from) ? { from } : {}
}

const isInside = /^(?:::1$|(?:::ffff:)?(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|f[cd])/i

function toConsole(entry: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(entry))
}
