import { beginSession, useSession } from '#entry/usecases/sessions'
import type { LettingIn } from '#entry/pages/letting-in'
import type { VerifyToken } from '#http/tokens'
import { sessionOf } from '#pages/session.tsx'
import type { Ports } from '#ports/ports'

import type { LocalIssuer } from './issuer'

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
