import { lookIntoMailboxes } from '#channels/usecases/mailboxes/look-into'

import { functionPorts } from './function-ports'

const ports = functionPorts()

/** Looks into the mailboxes that are fetched, as of the instant for which that was planned. */
export async function handler({ at }: { readonly at: string }): Promise<void> {
  await lookIntoMailboxes(ports, at)
}
