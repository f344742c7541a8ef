import type { Secret } from '#domain/kernel/secret'
import { Hono, type Context } from 'hono'

import type { Caller } from '#domain/kernel/access'
import { GateRefusal } from '#domain/deals/gate-refusal'
import type { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { Language } from '#schemas/language-names'
import type { ShapeOf } from '#schemas/shapes'
import type { Command } from '#usecases/command'

import { bodyAtMost } from './body-limits'
import { contentTag, isKnown, readIdempotencyKey, readIfMatch, seenOf, requestHash } from './conditions'
import { cursorSeal, filterOf, type CursorSeal } from './cursor'
import { doorFault } from './words/door-refusal'
import type { DoorFault } from './door-fault'
import { hasSecretAddress, loggedPath } from './logged-path'
import type { Method, OpenApiDocument, Operation } from './operation'
import { checkDoors, operationsBehind, partsOfRoute, type OperationDoor } from './operation-door'
import type { ProblemAt } from './problem'
import { readBody, readQuery } from './read-input'
import { languageOf } from './asked-language'
import type { VerifyToken } from './tokens'
import { undisturbed } from '#usecases/undisturbed'
import { spend } from './spend'
import { told, toConsole } from './told-error'
import { bearerOf, whoAsks } from './who-asks'

/** What the app is made of. `cursorSecret` must be the same in every process that serves one list. */
export type AppParts = {
  readonly ports: Ports
  readonly doors: readonly OperationDoor[]
  /** Gives the generated description of the interface, from wherever it was shipped. */
  readonly openApi: () => Promise<OpenApiDocument>
  readonly verifyToken: VerifyToken
  /** Who gives the tokens, where it is a provider that others may ask for one. */
  readonly issuer?: string
  readonly cursorSecret: Secret
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void
}

type Door = {
  Variables: { correlationId: string; operation?: Operation }
  /** Whether an agent asks for whoever asks; nobody outside can say so. */
  Bindings: { readonly via?: 'agent' }
}
type Parts = AppParts & { readonly cursors: CursorSeal }

/** The whole HTTP door. Refuses to start where two operations answer at one address, and to answer by one that is unsafe. */
export function createApp(given: AppParts): Hono<Door> {
  checkDoors(given.doors)
  const parts = { ...given, cursors: cursorSeal(given.cursorSecret) }
  const app = new Hono<Door>()
  app.use('*', async (context, next) => {
    context.set('correlationId', correlationOf(context.req.header('x-correlation-id'), given.ports))
    await next()
  })
  const routes = given.doors.flatMap((door) => {
    const find = operationsBehind(door)
    return door.routes.map((route) => ({ ...partsOfRoute(route), find: () => find(route) }))
  })
  // Fixed paths before those with parameters: `recurring` must not be taken for a period.
  const sorted = routes.toSorted((a, b) => fixedness(b.path) - fixedness(a.path))
  for (const route of sorted) addRoute(app, route, parts)
  for (const path of new Set(sorted.map((one) => one.path))) refuseOtherMethods(app, path, sorted)
  app.post('/mcp', async (context) => {
    // Agents are few: their door is loaded for the first of them.
    const { answerMcp } = await import('./agents/mcp-door')
    return answerMcp(context, { ...parts, ask: (request) => app.fetch(request, { via: 'agent' }) })
  })
  refuseOtherMethods(app, '/mcp', [{ method: 'POST', path: '/mcp' }])
  app.get('/.well-known/oauth-protected-resource/:of?', async (context) => {
    const { path, url } = context.req
    const said = (await import('./agents/resource-metadata')).resourceMetadata(url, given.issuer)
    if (said === undefined) throw doorFault('not_found', { path })
    return context.json(said, 200, { 'cache-control': 'no-cache' })
  })
  app.notFound((context) => {
    return failed(context, doorFault('not_found', { path: context.req.path }), parts)
  })
  app.onError((error, context) => failed(context, error, parts))
  return app
}

type Route = { readonly method: Method; readonly path: string; readonly find: () => Promise<Operation> }

function addRoute(app: Hono<Door>, { method, path, find }: Route, parts: Parts): void {
  app.on(method, honoPath(path), async (context) => {
    const operation = await find()
    context.set('operation', operation)
    return answer(context, operation, parts)
  })
}

const nothingMore = (): Promise<void> => Promise.resolve()

function refuseOtherMethods(app: Hono<Door>, path: string, routes: readonly Pick<Route, 'method' | 'path'>[]): void {
  const methods = routes.filter((one) => one.path === path).map((one) => one.method)
  const allow = methods.flatMap((method) => (method === 'GET' ? [method, 'HEAD'] : [method])).join(', ')
  app.all(honoPath(path), (context) => {
    const { method, path: asked } = context.req
    throw doorFault('method_not_allowed', { method, path: asked, allow }, { headers: { allow } })
  })
}

async function answer(context: Context<Door>, operation: Operation, parts: Parts): Promise<Response> {
  const params = readParams(context)
  const asker = await whoAsks(bearerOf(context.req.header('authorization')), operation, parts)
  const { people } = asker
  const caller = context.env?.via === 'agent' ? byAgent(asker.caller) : asker.caller
  const spent = operation.right === 'public' ? {} : await spend(parts.ports, operation, caller)
  const query = await readQuery(context, operation.query)
  // Only now: nothing is read of strangers.
  if (operation.body !== undefined) await bodyAtMost(context, nothingMore)
  const body = operation.body === undefined ? undefined : await readBody(context, operation.body)
  const bound = [operation.id, caller.actor.id, context.req.path, filterOf(query)].join('\n')
  const ask = {
    ports: parts.ports,
    caller,
    people,
    params,
    query,
    body,
    command: await commandOf(context, operation, caller, body),
    language: languageOf(context.req.header('accept-language')),
    page: await pageOf(query, bound, parts.cursors),
    openApi: parts.openApi,
  }
  const seen = await seenOf(context.req.header('if-match'), operation, ask)
  const hasNoVersion = operation.ifMatch === 'optional' && ask.command.ifMatch === undefined
  const run = (): Promise<unknown> => operation.run({ ...ask, seen } as never)
  const result = hasNoVersion ? await undisturbed(run) : await run()
  if (operation.paged !== true) return respond(context, operation, result, spent)
  const { cursor, ...page } = result as { cursor?: string }
  return respond(context, operation, page, { ...spent, ...(await linkOf(context, cursor, bound, parts.cursors)) })
}

/** Somebody for whom an agent asks: theirs are the rights, and the timeline says who was at it. */
function byAgent(caller: Caller): Caller {
  return { ...caller, actor: { ...caller.actor, via: 'agent' } }
}

async function respond(
  context: Context<Door>,
  operation: Operation,
  body: unknown,
  extra: Record<string, string>,
): Promise<Response> {
  const headers = new Headers({ ...extra, 'x-correlation-id': context.get('correlationId') })
  headers.set('cache-control', cachingOf(operation))
  headers.set('x-content-type-options', 'nosniff')
  // Browsers heed it over https only.
  headers.set('strict-transport-security', 'max-age=31536000')
  if (operation.worded === true) {
    headers.set('content-language', wordedIn(context))
    headers.set('vary', 'accept-language')
  }
  const etag = operation.tagged === true ? await contentTag(body) : operation.etag?.(body as never)
  if (etag !== undefined) {
    headers.set('etag', etag)
    const isRead = operation.method === 'GET'
    if (isRead && isKnown(context.req.header('if-none-match'), etag))
      return new Response(null, { status: 304, headers })
  }
  const location = operation.location?.(body as never)
  if (location !== undefined) headers.set('location', location)
  headers.set('content-type', operation.media ?? 'application/json')
  const status = operation.status ?? 200
  if (operation.media === undefined) return new Response(JSON.stringify(body), { status, headers })
  const file = body as { readonly text: string } | ShapeOf<'ReportFile'>
  if ('text' in file) return new Response(file.text, { status, headers })
  headers.set('content-disposition', `attachment; filename="${file.name}"`)
  return new Response(file.body, { status, headers })
}

/** Who may keep an answer: nobody keeps what a secret address shows, everybody asks again before showing what they kept. */
function cachingOf(operation: Operation): string {
  if (hasSecretAddress(operation)) return 'private, no-store'
  return operation.right === 'public' ? 'no-cache' : 'private, no-cache'
}

/** The language an answer speaks: what the query says, where it has a say, else what the browser asks for. */
function wordedIn(context: Context<Door>): Language {
  return languageOf(context.req.query('lang') ?? context.req.header('accept-language'))
}

/** What the address names. No id is this long or has such characters, and no store would take it as a key. */
function readParams(context: Context<Door>): Readonly<Record<string, string>> {
  const params = context.req.param()
  for (const value of Object.values(params)) {
    if (value.length <= 256 && /^[^\p{Control}\p{Surrogate}]+$/u.test(value)) continue
    throw doorFault('not_found.no_id', { path: context.req.path.slice(0, 300) })
  }
  return params
}

async function commandOf(
  context: Context<Door>,
  operation: Operation,
  caller: Caller,
  body: unknown,
): Promise<Command> {
  const ifMatch = readIfMatch(context.req.header('if-match'), operation.ifMatch)
  const key = operation.once === true ? readIdempotencyKey(context.req.header('idempotency-key')) : undefined
  return {
    caller,
    correlationId: context.get('correlationId'),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    language: languageOf(context.req.header('accept-language')),
    ...(key === undefined
      ? {}
      : {
          once: {
            key: `${operation.id}#${caller.actor.id}#${key}`,
            requestHash: await requestHash(operation.method, context.req.path, body),
            status: operation.status ?? 200,
          },
        }),
  }
}

async function pageOf(query: unknown, bound: string, cursors: CursorSeal): Promise<{ limit: number; cursor?: string }> {
  const { limit = 50, cursor } = (query ?? {}) as { limit?: number; cursor?: string }
  return cursor === undefined ? { limit } : { limit, cursor: await cursors.open(cursor, bound) }
}

async function linkOf(
  context: Context<Door>,
  cursor: string | undefined,
  bound: string,
  cursors: CursorSeal,
): Promise<Record<string, string>> {
  if (cursor === undefined) return {}
  const search = new URL(context.req.url).searchParams
  search.set('cursor', await cursors.seal(cursor, bound))
  return { link: `<${context.req.path}?${search.toString()}>; rel="next"` }
}

async function failed(context: Context<Door>, error: unknown, { log = toConsole, doors }: Parts): Promise<Response> {
  const correlationId = context.get('correlationId')
  const operation = context.get('operation')
  const path = context.req.path
  const language = languageOf(context.req.header('accept-language'))
  // Most requests are answered: how problems are written is loaded with the first that is not.
  const { faultOf, problemResponse } = await import('./problem')
  const fault = faultOf(error, correlationId)
  const response = problemResponse(fault, {
    path,
    correlationId,
    ...(operation === undefined ? {} : { operation }),
    ...(await wordsFor(fault, language)),
  })
  if (response.status === 401 && path === '/mcp')
    response.headers.set('www-authenticate', (await import('./agents/resource-metadata')).challengeAt(context.req.url))
  if (response.status >= 500) {
    log({
      level: 'error',
      correlationId,
      method: context.req.method,
      path: loggedPath(
        path,
        doors.flatMap(({ secret }) => secret),
      ),
      operation: operation?.id,
      error: told(error),
    })
  }
  return response
}

/** How a problem is said in a language. The sentences are loaded for who reads them. */
async function wordsFor(
  fault: Refusal | DoorFault,
  language: Language,
): Promise<Pick<ProblemAt, 'language' | 'titles' | 'words' | 'said' | 'missing'>> {
  const { told } = fault
  const words = language === 'en' ? told?.book.en : await told?.book.russian()
  const stopped =
    fault instanceof GateRefusal
      ? (await import('#playbook/stopped-move')).stoppedProblem(fault.stop, language)
      : undefined
  return {
    language,
    ...(language === 'ru' ? { titles: (await import('./titles-ru')).titlesRu } : {}),
    ...(words === undefined ? {} : { words }),
    ...stopped,
  }
}

function correlationOf(header: string | undefined, { ids }: Pick<Ports, 'ids'>): string {
  return header !== undefined && /^[\u0021-\u007e]{1,128}$/.test(header) ? header : ids.next('cor')
}

function honoPath(path: string): string {
  return path.replaceAll(/\{([a-z]+)\}/g, ':$1')
}

function fixedness(path: string): number {
  return path.includes('{') ? 0 : 1
}
