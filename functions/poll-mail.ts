import { lookIntoMailboxes } from '#channels/usecases/mailboxes/look-into'
import { reconcileCalls } from '#channels/usecases/reconciling/reconcile-calls'

import { functionPorts } from './function-ports'

const ports = functionPorts()

const runs = { 'poll-mail': lookIntoMailboxes, 'reconcile-calls': reconcileCalls } as const

/** Does what is done apart from other schedules, as of the instant for which it was planned: it waits for servers of others. */
export async function handler({ schedule, at }: { readonly schedule: string; readonly at: string }): Promise<void> {
  const run = Object.hasOwn(runs, schedule) ? runs[schedule as keyof typeof runs] : undefined
  if (run === undefined) throw new Error(`No schedule that is done apart is called ${schedule}.`)
  await run(ports, at)
}
