import type { Context } from 'hono'

import type { Attempts } from '#entry/domain/attempts'
import { keepToken } from '#pages/session.tsx'
import type { Ports } from '#ports/ports'
import type { WayIn } from '#schemas/entry'

/** What somebody is let in with: `open` begins a session and gives its token, `whoIs` finds who a token belongs to. */
export type LettingIn = {
  readonly open: (employee: string, by: WayIn, userAgent: string) => Promise<string>
  readonly whoIs: (token: string) => Promise<string>
  readonly end: (token: string) => Promise<void>
}

export type OwnSignInParts = LettingIn & {
  readonly ports: Pick<Ports, 'entry' | 'people' | 'clock' | 'ways'>
  readonly attempts?: Attempts
}

const sessionSec = 14 * 86_400

/** Begins a session of somebody in this browser. */
export async function letIn(
  context: Context,
  { open }: Pick<LettingIn, 'open'>,
  employee: string,
  by: WayIn,
): Promise<void> {
  keepToken(context, await open(employee, by, context.req.header('user-agent') ?? ''), sessionSec)
}

/** Where somebody goes on who has come in: whoever may set up a company that is still new does that first. */
export async function firstPage(
  { ports }: Pick<OwnSignInParts, 'ports'>,
  employee: string,
  back = '/app',
): Promise<string> {
  if (back !== '/app') return back
  const [{ isNew }, { employees }] = await Promise.all([ports.entry.beginning(), ports.people.load()])
  return isNew && employees[employee]?.rights?.people_edit === 'all' ? '/app/first-start' : back
}
