import type { Caller } from '#domain/kernel/access'
import { deviceOf } from '#entry/domain/device-of'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { Ports } from '#ports/ports'
import type { Session, SessionList, SessionsEnded, WayIn } from '#schemas/entry'

import { newSecret } from './secrets'

type Needs = Pick<Ports, 'entry' | 'clock'>

const sessionMs = 14 * 86_400_000
const touchMs = 900_000

/** Begins a session of somebody who has shown who they are. */
export async function beginSession(
  { entry, clock }: Needs,
  { employee, by, userAgent }: { readonly employee: string; readonly by: WayIn; readonly userAgent: string },
): Promise<Session> {
  const at = clock.now()
  const expiresAt = new Date(Date.parse(at) + sessionMs).toISOString()
  const session = { id: newSecret(), employee, by, device: deviceOf(userAgent), at, seenAt: at, expiresAt }
  await entry.addSession(session)
  return session
}

/** Refuses with `unauthenticated` when a session has ended; notes now and then that it is used. */
export async function useSession({ entry, clock }: Needs, employee: string, id: string): Promise<void> {
  const session = await entry.session(employee, id)
  const now = clock.now()
  if (session === undefined || session.expiresAt <= now) throw entryRefusal('unauthenticated.ended')
  if (Date.parse(now) - Date.parse(session.seenAt) > touchMs) await entry.touch({ ...session, seenAt: now })
}

/** Where somebody is signed in, the newest first: for themselves and for whoever may change people. */
export async function readSessions({ entry, clock }: Needs, caller: Caller, employee: string): Promise<SessionList> {
  refuseStranger(caller, employee)
  const now = clock.now()
  const alive = (await entry.sessions(employee)).filter(({ expiresAt }) => expiresAt > now)
  return { items: alive.toSorted((a, b) => (a.seenAt < b.seenAt ? 1 : -1)) }
}

/** Ends one session: whoever has its cookie is a stranger from this moment on. */
export async function endSession(
  { entry }: Pick<Ports, 'entry'>,
  caller: Caller,
  { employee, session }: { readonly employee: string; readonly session: string },
): Promise<SessionsEnded> {
  refuseStranger(caller, employee)
  if (!(await entry.endSession(employee, session))) throw entryRefusal('session_unknown')
  return { ended: 1 }
}

/** Ends all sessions of somebody. */
export async function endAllSessions(
  ports: Pick<Ports, 'entry'>,
  caller: Caller,
  employee: string,
): Promise<SessionsEnded> {
  refuseStranger(caller, employee)
  return { ended: await endSessions(ports, employee) }
}

/** Ends the sessions of somebody but for one, and tells how many. */
export async function endSessions({ entry }: Pick<Ports, 'entry'>, employee: string, keep?: string): Promise<number> {
  const others = (await entry.sessions(employee)).filter(({ id }) => id !== keep)
  const ended = await Promise.all(others.map(({ id }) => entry.endSession(employee, id)))
  return ended.filter(Boolean).length
}

function refuseStranger(caller: Caller, employee: string): void {
  if (caller.employee === employee || caller.reach.people_edit === 'all') return
  throw entryRefusal('forbidden.sessions', { employee })
}
