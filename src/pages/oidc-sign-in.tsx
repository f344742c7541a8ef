import { revealed, type Secret } from '#domain/kernel/secret'
import { doorRefusal } from '#http/words/door-refusal'
import type { Context } from 'hono'
import * as oauth from 'oauth4webapi'

import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import type { VerifyToken } from '#http/tokens'
import type { Ports } from '#ports/ports'

import { errandSec, opened, sealed, type Errand } from './oidc-errand'
import { oddAnswer, refusalOf, silent } from './oidc-answers'
import type { PageView } from './page'
import { backTo, dropCookie, keepCookie, keepToken, keptCookie, languageOf, wantedPage } from './session'
import type { ShowView, SignIn, TellFault } from './sign-in'
import { signInTexts } from './texts/sign-in'

/** The provider people sign in at, and what we are there. */
export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  /** Absent for a public client, which proves itself by PKCE alone. */
  readonly clientSecret?: Secret
  /** Asks for a token for the API where the provider needs to be told, as Auth0 does. */
  readonly audience?: string
  readonly scope?: string
  /** Signs what is kept in the browser between leaving for the provider and coming back. */
  readonly secret: Secret
  /** Only for a provider on this machine. */
  readonly allowHttp?: boolean
  /** How long one answer of the provider is waited for; ten seconds where nothing is said. */
  readonly patienceMs?: number
}

/** Who somebody is at the provider; the e-mail address only where the provider has seen that it is theirs. */
export type OidcAccount = { readonly issuer: string; readonly subject: string; readonly email: string | undefined }

/** What somebody came for: a page of ours, and maybe the link they came by. */
export type CameFor = Pick<Errand, 'back' | 'invitation'>

/**
 * By the tokens of the provider themselves, which name an employee; or into what `admit` makes of an account, which says
 * where to go on.
 */
type Parts = OidcSettings &
  (
    | { readonly ports: Pick<Ports, 'people'>; readonly verifyToken: VerifyToken }
    | { readonly admit: (context: Context, account: OidcAccount, cameFor: CameFor) => Promise<string> }
  )
const errandCookie = 'norma_errand'

/** Signs in at an OpenID Connect provider: authorization code with PKCE, state and nonce. */
export function oidcSignIn(parts: Parts): SignIn {
  const provider = discovered(parts)
  return {
    addTo: (app, show, tell) => {
      app.get('/app/sign-in', (context) => show(context, offer(context)))
      const at = { parts, provider, show, tell }
      app.get('/app/sign-in/start', (context) => leave(context, at))
      app.get('/app/sign-in/return', (context) => comeBack(context, at))
    },
  }
}

/** What the provider says of itself; asked once, and again after a failure. */
function discovered(settings: OidcSettings): () => Promise<Discovered> {
  let known: Promise<Discovered> | undefined
  return () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}

/** A provider with the page where people sign in. */
type Discovered = oauth.AuthorizationServer & { readonly authorization_endpoint: string }

async function discover(settings: OidcSettings): Promise<Discovered> {
  const issuer = new URL(settings.issuer)
  const answer = await oauth.discoveryRequest(issuer, asking(settings))
  const server = await oauth.processDiscoveryResponse(issuer, answer)
  const { authorization_endpoint } = server
  if (authorization_endpoint === undefined) {
    const code = oauth.MISSING_SERVER_METADATA
    throw new oauth.OperationProcessingError('The provider names no authorization_endpoint.', { code })
  }
  return { ...server, authorization_endpoint }
}

/** How the provider is asked: it may be slow, but not for ever. */
function asking({ allowHttp = false, patienceMs = 10_000 }: OidcSettings) {
  return { [oauth.allowInsecureRequests]: allowHttp, signal: () => AbortSignal.timeout(patienceMs) }
}

function offer(context: Context): PageView {
  const t = signInTexts[languageOf(context)]
  const back = backTo(context.req.query('back'))
  return {
    title: t.title,
    body: (
      <section class="card notice-page">
        <h1>{t.provider}</h1>
        <p class="quiet">{t.providerWhy}</p>
        <p>
          <a class="button" href={`/app/sign-in/start?back=${encodeURIComponent(back)}`}>
            {t.goOn}
          </a>
        </p>
      </section>
    ),
  }
}

type At = {
  readonly parts: Parts
  readonly provider: () => Promise<Discovered>
  readonly show: ShowView
  readonly tell: TellFault
}

async function leave(context: Context, at: At): Promise<Response> {
  const { parts: settings, provider } = at
  let endpoint: string
  try {
    endpoint = (await provider()).authorization_endpoint
  } catch (error) {
    return sayNo(context, error, at)
  }
  const invitation = context.req.query('invitation')
  const errand: Errand = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    back: wantedPage(context.req.query('back')),
    ...(invitation === undefined ? {} : { invitation }),
  }
  keepCookie(context, errandCookie, { value: await sealed(errand, settings.secret), maxAge: errandSec })
  const address = new URL(endpoint)
  const asked = {
    client_id: settings.clientId,
    redirect_uri: returnAddress(context),
    response_type: 'code',
    scope: settings.scope ?? 'openid',
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: 'S256',
    ...(settings.audience === undefined ? {} : { audience: settings.audience }),
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return context.redirect(address.href, 302)
}

async function comeBack(context: Context, at: At): Promise<Response> {
  const { parts, provider, show } = at
  const t = signInTexts[languageOf(context)]
  const errand = await opened(keptCookie(context, errandCookie), parts.secret)
  dropCookie(context, errandCookie)
  if (errand === undefined) return show(context, sorry(context, t.failed), 400)
  try {
    const tokens = await exchange(context, errand, { parts, server: await provider() })
    if ('admit' in parts) {
      return context.redirect(await parts.admit(context, await accountOf(parts, await provider(), tokens), errand), 303)
    }
    const { token, subject } = await trusted(tokens.answer, parts.verifyToken)
    const { employees } = await parts.ports.people.load()
    const known = Object.hasOwn(employees, subject) ? employees[subject] : undefined
    if (known?.active !== true) return await show(context, sorry(context, t.unknown(subject)), 403)
    keepToken(context, token)
    return context.redirect(errand.back, 303)
  } catch (error) {
    return sayNo(context, error, at)
  }
}

/** Tells why somebody was not let in: what we refuse, what the provider refuses, that it does not answer, or not as it should. */
async function sayNo(context: Context, error: unknown, { parts, show, tell }: At): Promise<Response> {
  const t = signInTexts[languageOf(context)]
  // What we refuse ourselves is told as it is: it is not the provider who said no.
  if (error instanceof Refusal && 'admit' in parts) {
    return show(context, sorry(context, await sentenceIn(languageOf(context), error)), 403)
  }
  const said = refusalOf(error)
  if (said !== undefined) return show(context, sorry(context, `${t.refused} ${said}`), 403)
  const why = oddAnswer(error)
  // Anything else is ours and goes up.
  if (why === undefined) throw error
  // Nobody who signs in can mend it: whoever runs the product reads it in the log.
  tell(context, error)
  if (why === silent) return show(context, sorry(context, t.silent), 503)
  return show(context, sorry(context, t.odd({ why })), 403)
}

async function exchange(
  context: Context,
  errand: Errand,
  { parts, server }: { parts: Parts; server: oauth.AuthorizationServer },
): Promise<Tokens> {
  const client: oauth.Client = { client_id: parts.clientId }
  const proof =
    parts.clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(await revealed(parts.clientSecret))
  const found = oauth.validateAuthResponse(server, client, new URL(context.req.url), errand.state)
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    proof,
    found,
    returnAddress(context),
    errand.verifier,
    asking(parts),
  )
  const read = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: errand.nonce,
    requireIdToken: true,
  })
  return { answer: read, signed: answer }
}

/** What the provider answered: read, and as it came, for its signature to be looked at. */
type Tokens = { readonly answer: oauth.TokenEndpointResponse; readonly signed: Response }

/** Who the ID token is about, once its signature is found to be the provider's. */
async function accountOf(
  settings: OidcSettings,
  server: oauth.AuthorizationServer,
  { answer, signed }: Tokens,
): Promise<OidcAccount> {
  await oauth.validateApplicationLevelSignature(server, signed, asking(settings))
  const claims = oauth.getValidatedIdTokenClaims(answer)
  if (claims === undefined) throw doorRefusal('unauthenticated.no_token')
  const { iss, sub } = claims
  if (claims['email'] !== undefined || server.userinfo_endpoint === undefined) {
    return { issuer: iss, subject: sub, email: sureEmail(claims) }
  }
  const client = { client_id: settings.clientId }
  const asked = await oauth.userInfoRequest(server, client, answer.access_token, asking(settings))
  return {
    issuer: iss,
    subject: sub,
    email: sureEmail(await oauth.processUserInfoResponse(server, client, sub, asked)),
  }
}

/** An address that anybody could have written in says nothing about who they are. */
function sureEmail(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { email, email_verified: isSure } = claims
  return typeof email === 'string' && isSure === true ? email : undefined
}

/** Providers put the audience of the API into one or the other: the one that the API accepts is kept. */
async function trusted(
  tokens: oauth.TokenEndpointResponse,
  verifyToken: VerifyToken,
): Promise<{ readonly token: string; readonly subject: string }> {
  let refused: unknown
  for (const token of [tokens.access_token, tokens.id_token]) {
    if (token === undefined || token.split('.').length !== 3) continue
    try {
      // oxlint-disable-next-line no-await-in-loop -- the second is looked at only when the first is not for us
      return { token, subject: await verifyToken(token) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused = error
    }
  }
  throw refused ?? doorRefusal('unauthenticated.no_token')
}

function sorry(context: Context, said: string): PageView {
  const t = signInTexts[languageOf(context)]
  return {
    title: t.title,
    body: (
      <section class="card notice-page">
        <h1>{t.title}</h1>
        <p role="alert">{said}</p>
        <p>
          <a class="button" href="/app/sign-in">
            {t.goOn}
          </a>
        </p>
      </section>
    ),
  }
}

function returnAddress(context: Context): string {
  return new URL('/app/sign-in/return', context.req.url).href
}
