import { beginSession, useSession } from '#entry/usecases/sessions'
import type { LettingIn } from '#entry/pages/letting-in'
import { ownSignIn } from '#entry/pages/own-sign-in.tsx'
import { providerSignIn } from '#entry/pages/provider-sign-in.tsx'
import type { VerifyToken } from '#http/tokens'
import { localSignIn } from '#pages/local-sign-in.tsx'
import { sessionOf } from '#pages/session.tsx'
import type { SignIn } from '#pages/sign-in.tsx'
import type { Ports } from '#ports/ports'

import type { LocalIssuer } from './issuer'
import { localSecret } from './local-secret'
import { isLoopback } from './own-hosts'

/**
 * Lets people in by sessions: a token that belongs to one is good while it lasts, and no moment longer. One that belongs to
 * none was minted for a program by whoever reads the data folder, and is good until it expires.
 */
export function lettingIn(
  ports: Pick<Ports, 'entry' | 'clock'>,
  issuer: Pick<LocalIssuer, 'mint'>,
  verifyToken: VerifyToken,
): LettingIn & { readonly verifyToken: VerifyToken } {
  const whoIs: VerifyToken = async (token) => {
    const employee = await verifyToken(token)
    const session = sessionOf(token)
    if (session !== undefined) await useSession(ports, employee, session)
    return employee
  }
  return {
    whoIs,
    verifyToken: whoIs,
    open: async (employee, by, userAgent) => {
      const session = await beginSession(ports, { employee, by, userAgent })
      const seconds = Math.floor((Date.parse(session.expiresAt) - Date.parse(session.at)) / 1000)
      return issuer.mint(employee, seconds, session.id)
    },
    end: async (token) => {
      const session = sessionOf(token)
      if (session === undefined) return
      // Nobody ends a session with a token that is not theirs.
      const employee = await verifyToken(token).catch(() => undefined)
      if (employee !== undefined) await ports.entry.endSession(employee, session)
    },
  }
}

/** The company's OpenID Connect provider, and what Norma is called there. */
export type Provider = { readonly issuer: string; readonly clientId: string; readonly clientSecret?: string }

/** The way in of a Norma on one machine: a choice of who to be, what people have chosen themselves, or the provider. */
export function signInOf(
  { provider, dataDir }: { readonly provider?: Provider; readonly dataDir: string },
  ports: Ports,
  letIn: LettingIn,
): SignIn {
  const { open, end } = letIn
  if (ports.ways.by === 'picker') return { ...localSignIn(ports, (employee) => open(employee, 'picker', '')), end }
  if (provider === undefined) return ownSignIn({ ...letIn, ports })
  return providerSignIn(
    { ...letIn, ports },
    {
      ...provider,
      scope: 'openid email profile',
      secret: `errands.${localSecret(dataDir)}`,
      allowHttp: isLoopback(provider.issuer),
    },
  )
}
