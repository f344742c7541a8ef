import { part, said } from '#channels/adapter'
import { ComeLater } from './looking'
import type { KeptIntegration } from '#ports/integrations'
import type { OutletRequest } from '#ports/webhooks'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

const usualApi = 'https://graph.microsoft.com/v1.0'
const usualLogin = 'https://login.microsoftonline.com'
const timeoutMs = 20_000

/** What Microsoft answers. */
export type GraphAnswer = { readonly status: number; readonly bytes: Uint8Array }

/** A way to one mailbox of Microsoft 365. */
export type Graph = {
  /** The address of the mailbox; what is asked for stands behind it. */
  readonly base: string
  readonly ask: (
    request: {
      readonly url: string
      readonly method?: OutletRequest['method']
      readonly type?: string
      readonly body?: string
    },
    mostBytes: number,
  ) => Promise<GraphAnswer>
}

/** Signs in as the application that the integration names. Throws where that is refused, and `ComeLater` where it is too much. */
export async function graphOf(outlet: ChannelNeeds['outlet'], { settings, secrets }: KeptIntegration): Promise<Graph> {
  const { tenant = '', client = '', secret = '' } = secrets[0]?.values ?? {}
  const api = settings.api ?? usualApi
  // A stand-in answers for both.
  const login = settings.api ?? usualLogin
  const signed = await outlet.ask(
    {
      method: 'POST',
      url: `${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: client,
        client_secret: secret,
        scope: 'https://graph.microsoft.com/.default',
        grant_type: 'client_credentials',
      }).toString(),
    },
    { mostBytes: 64_000, timeoutMs },
  )
  const answer = jsonIn(signed.bytes)
  const token = said(part(answer, 'access_token'))
  if (token === undefined)
    throw new Error(said(part(answer, 'error_description')) ?? `Microsoft refused to sign in: ${signed.status}.`)
  const base = `${api}/users/${encodeURIComponent(settings.mailbox ?? '')}`
  return {
    base,
    ask: async ({ url, method = 'GET', type, body }, mostBytes) => {
      // The token goes to nobody else, whatever address an answer names.
      if (new URL(url).origin !== new URL(api).origin) throw new Error(`Microsoft named a strange address: ${url}`)
      const headers = {
        authorization: `Bearer ${token}`,
        prefer: 'IdType="ImmutableId", odata.maxpagesize=50',
        ...(type === undefined ? {} : { 'content-type': type }),
      }
      const asked: OutletRequest = { method, url, headers, ...(body === undefined ? {} : { body }) }
      const { status, bytes, retryAfter } = await outlet.ask(asked, { mostBytes, timeoutMs })
      if (status === 429 || status === 503) throw new ComeLater(Math.max(1, Number(retryAfter) || 60))
      return { status, bytes }
    },
  }
}

/** What an answer says as JSON; undefined where it is none. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/** Why Microsoft refused, in its own words. */
export function whyIn({ status, bytes }: GraphAnswer): string {
  return (said(part(jsonIn(bytes), 'error', 'message')) ?? `Microsoft answered ${status}.`).slice(0, 300)
}
