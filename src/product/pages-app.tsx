import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'

import { Refusal } from '#domain/kernel/refusal'
import { rulesLanguage } from '#domain/rules/rules-language'
import { told, toConsole } from '#http/told-error'
import { formAtMost } from '#http/body-limits'
import { doorFault, doorRefusal } from '#http/words/door-refusal'
import type { VerifyToken } from '#http/tokens'
import { whoAsks } from '#http/who-asks'
import type { Ports } from '#ports/ports'
import { apiDoor, type AskApi } from '#pages/api/api-door.tsx'
import { assetResponse, type Assets } from '#pages/assets.tsx'
import { errorPage } from '#pages/error-page.tsx'
import { Frame, type Person } from '#pages/frame.tsx'
import { pageFormat } from '#pages/page-format.tsx'
import type { PageAsk, PageSpec, PageView, PanelSpec, PieceSpec } from '#pages/page.tsx'
import { secureRedirect, securityHeaders } from '#pages/security-headers.tsx'
import {
  backTo,
  chosenLanguage,
  dropToken,
  isFromHere,
  keepPreference,
  keepRulesLanguage,
  languageOf,
  sessionOf,
  themeOf,
  themes,
  tokenOf,
} from '#pages/session.tsx'
import type { SignIn } from '#pages/sign-in.tsx'

import { personOf } from './menu-of'

/** What the pages are made of. */
export type PagesParts = {
  readonly ports: Ports
  readonly verifyToken: VerifyToken
  readonly askApi: AskApi
  readonly assets: Assets
  /** How people sign in: at a provider, or as one of the demo people. */
  readonly signIn: SignIn
  /** Where the bytes of files are, where that is elsewhere: an origin, such as `https://files.example`. */
  readonly filesOrigin?: string
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void
}

type Door = { Variables: { number: string; startedMs: number; who?: Who } }
type Who = { readonly person: Person; readonly zone: string }
type In = Context<Door>

/** The pages, their scripts, the way in, and the door by which scripts write through the API. */
export function createPages(parts: PagesParts): Hono<Door> {
  const app = doorway(parts)
  app.get('/', (context) => context.redirect('/app', 302))
  app.get('/app/assets/:name', (context) => assetResponse(parts.assets, context.req.param('name')))
  app.all('/app/api/*', (context) => apiDoor(context, parts.askApi))
  app.post('/app/preferences', preferences)
  app.post('/app/sign-out', async (context) => {
    refuseElsewhere(context)
    const token = tokenOf(context)
    if (token !== undefined) await parts.signIn.end?.(token)
    dropToken(context)
    return context.redirect('/app/sign-in', 303)
  })
  parts.signIn.addTo(
    app as unknown as Hono,
    (context, view, status = 200, script) =>
      framed(context as unknown as In, parts, { view, status, ...(script === undefined ? {} : { rest: { script } }) }),
    (context, error) => logFault(context as unknown as In, error, parts),
  )
  const later = pagesLater(parts)
  app.get('*', async (context) => (await later()).fetch(context.req.raw))
  return app
}

/** The pages themselves, loaded when the first of them is asked for: a start should not pay for all of them. */
function pagesLater(parts: PagesParts): () => Promise<Hono<Door>> {
  let made: Promise<Hono<Door>> | undefined
  const make = async () => {
    const [{ allPages }, { allPieces }] = await Promise.all([import('./lists/pages'), import('./lists/pieces')])
    const app = doorway(parts)
    for (const page of allPages) app.get(page.path, (context) => show(context, page, parts))
    for (const piece of allPieces) app.get(piece.path, (context) => showPiece(context, piece, parts))
    return app
  }
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** A door that times and numbers every request, and shows whatever goes wrong as a page. */
function doorway(parts: PagesParts): Hono<Door> {
  const app = new Hono<Door>()
  app.use('*', async (context, next) => {
    context.set('startedMs', performance.now())
    context.set('number', parts.ports.ids.next('cor'))
    if (!context.req.path.startsWith('/app/assets/')) await hearRules(context, parts)
    await next()
    if (context.res.headers.has('location')) secureRedirect(context.res.headers)
  })
  // What goes through to the API is measured there, once it is known who asks.
  app.use('*', (context, next) => (context.req.path.startsWith('/app/api/') ? next() : formAtMost(context, next)))
  app.notFound((context) => failed(context, doorFault('not_found.page', { path: context.req.path }), parts))
  app.onError((error, context) => failed(context, error, parts))
  return app
}

/** Whoever has chosen no language is spoken to as the company’s rules are written; both are remembered, so it costs no request. */
async function hearRules(context: In, { ports }: PagesParts): Promise<void> {
  if (chosenLanguage(context) !== undefined) return
  const { model } = await ports.rules.current()
  keepRulesLanguage(context, rulesLanguage(model))
}

async function show(context: In, page: PageSpec, parts: PagesParts): Promise<Response> {
  const nonce = page.hasStyles === true ? crypto.randomUUID() : undefined
  const ask = await askOf(context, page, parts, nonce ?? '')
  const view = await page.run(ask)
  if (view.goTo !== undefined) return context.redirect(view.goTo, 302)
  const body = await htmlOf(view.body)
  const etag = page.isLive === true ? await tagOf(body) : undefined
  if (context.req.header('x-norma-part') === 'main') return part(context, body, etag)
  const rest = {
    ...(etag === undefined ? {} : { etag }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(page.script === undefined ? {} : { script: page.script }),
    ...(page.worker === undefined ? {} : { worker: page.worker }),
    ...(page.nav === undefined ? {} : { nav: page.nav }),
  }
  return framed(context, parts, { view, status: 200, rest })
}

async function showPiece(context: In, piece: PieceSpec, parts: PagesParts): Promise<Response> {
  const ask = await askOf(context, piece, parts, '')
  return new Response(await htmlOf(await piece.run(ask)), { headers: pageHeaders(context) })
}

/** What a script asks for to see what others changed: the content alone, or nothing when it is still the same. */
function part(context: In, body: string, etag: string | undefined): Response {
  const headers = { ...pageHeaders(context), ...(etag === undefined ? {} : { etag }) }
  if (etag !== undefined && context.req.header('if-none-match') === etag) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(body, { headers })
}

async function askOf(
  context: In,
  { right }: Pick<PageSpec, 'right'>,
  { ports, verifyToken, askApi }: PagesParts,
  nonce: string,
): Promise<PageAsk> {
  const asker = await whoAsks(tokenOf(context), { right: 'signed_in' }, { ports, verifyToken })
  const me = asker.people.employees[asker.caller.employee ?? '']
  if (me === undefined) throw doorRefusal('unauthenticated.no_pages')
  const [{ model }, { currency }] = await Promise.all([ports.rules.current(), ports.settings.load()])
  const zone = model.calendar.timezone
  const person = personOf(asker, me, model)
  context.set('who', { person, zone })
  if (right !== 'signed_in') await whoAsks(tokenOf(context), { right }, { ports, verifyToken })
  const [language, now, url] = [languageOf(context), ports.clock.now(), new URL(context.req.url)]
  const ask: PageAsk = {
    ...asker,
    ports,
    me,
    params: context.req.param(),
    query: url.searchParams,
    now,
    zone,
    currency,
    language,
    format: pageFormat(language, zone, now),
    russian: async () => (await import('./lists/russian')).allRussian,
    openApi: async () => (await askApi(new Request(new URL('/openapi.json', url)))).json(),
    origin: url.origin,
    path: url.pathname + url.search,
    nonce,
    session: sessionOf(tokenOf(context) ?? ''),
    panels: (on, id) => panelsOf(ask, on, id),
  }
  return ask
}

async function panelsOf(ask: PageAsk, on: PanelSpec['on'], id: string): ReturnType<PageAsk['panels']> {
  const { allPanels } = await import('./lists/panels')
  return Promise.all(allPanels.filter((panel) => panel.on === on).map((panel) => panel.run(ask, id)))
}

async function framed(
  context: In,
  { assets, filesOrigin }: Pick<PagesParts, 'assets' | 'filesOrigin'>,
  { view, status, rest = {} }: { view: PageView; status: number; rest?: Partial<Parameters<typeof Frame>[0]> },
): Promise<Response> {
  const url = new URL(context.req.url)
  const who = context.get('who')
  const frame = {
    ...rest,
    ...who,
    view,
    language: languageOf(context),
    theme: themeOf(context),
    path: url.pathname + url.search,
    manifest: await assets.manifest(),
  }
  const text = `<!doctype html>${await htmlOf(<Frame {...frame} />)}`
  return new Response(text, { status, headers: pageHeaders(context, rest.nonce, filesOrigin) })
}

function pageHeaders(context: In, nonce?: string, filesOrigin?: string): Record<string, string> {
  const ms = (performance.now() - context.get('startedMs')).toFixed(1)
  return {
    ...securityHeaders(nonce, filesOrigin),
    'content-type': 'text/html; charset=utf-8',
    // It is about one person and as of one moment: nobody keeps it.
    'cache-control': 'private, no-store',
    vary: 'cookie, x-norma-part',
    'server-timing': `page;dur=${ms}`,
    'x-correlation-id': context.get('number'),
  }
}

async function failed(context: In, error: unknown, parts: PagesParts): Promise<Response> {
  const number = context.get('number')
  const isPart = context.req.header('x-norma-part') !== undefined
  if (error instanceof Refusal && error.code === 'unauthenticated' && !isPart) {
    const url = new URL(context.req.url)
    return context.redirect(`/app/sign-in?back=${encodeURIComponent(url.pathname + url.search)}`, 302)
  }
  const language = languageOf(context)
  const { status, view } = await errorPage(error, { language, number })
  if (status >= 500) logFault(context, error, parts)
  if (context.get('who') === undefined) await askOf(context, { right: 'signed_in' }, parts, '').catch(() => undefined)
  return framed(context, parts, { view, status })
}

function logFault(context: In, error: unknown, { log = toConsole }: PagesParts): void {
  log({
    level: 'error',
    correlationId: context.get('number'),
    method: context.req.method,
    path: loggedPath(context.req.path),
    error: told(error),
  })
}

/** What scripts ask of the API is in its own log; its addresses may be secrets, and so is a link that invites. */
function loggedPath(path: string): string {
  const secret = ['/app/api/', '/app/invitation/'].find((begin) => path.startsWith(begin))
  return secret === undefined ? path : `${secret}*`
}

async function preferences(context: In): Promise<Response> {
  refuseElsewhere(context)
  const form = await context.req.parseBody()
  const { language, theme, back } = form
  if (language === 'en' || language === 'ru') keepPreference(context, 'language', language)
  const chosen = themes.find((one) => one === theme)
  if (chosen !== undefined) keepPreference(context, 'theme', chosen)
  return context.redirect(backTo(typeof back === 'string' ? back : undefined), 303)
}

function refuseElsewhere(context: In): void {
  if (!isFromHere(context)) throw doorFault('not_found.own_pages')
}

/** Components may be asynchronous, so what they make may have to be waited for. */
async function htmlOf(content: Child): Promise<string> {
  return String(await html`${content as string}`)
}

async function tagOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hex = [...new Uint8Array(hash).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0'))
  return `"${hex.join('')}"`
}
