import type { Adapter, Answer, Known } from '#channels/adapter'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'

type Asking = { readonly integration: KeptIntegration; readonly adapter: Adapter; readonly number: string }

/** Nobody waits longer while it rings; on doubt the answer says nothing. */
const patienceMs = 700

/**
 * Tells an exchange who rings: the name of the client and the login of whoever has them. Never more than one client's: where
 * several share the number, where nobody is known or where it takes too long, nothing.
 */
export async function whoRings(
  ports: Pick<Ports, 'knownClients'>,
  { integration, adapter, number }: Asking,
): Promise<Answer> {
  const known = await Promise.race([knownBy(ports, integration, number), later()])
  return adapter.tells?.(known) ?? { status: 200, type: 'application/json', body: '{}' }
}

async function knownBy(
  { knownClients }: Pick<Ports, 'knownClients'>,
  { logins }: KeptIntegration,
  number: string,
): Promise<Known | undefined> {
  const { known } = await knownClients.find({ phone: number })
  const [client, other] = known
  if (client === undefined || other !== undefined) return undefined
  const login = Object.entries(logins).find(([, employee]) => employee === client.owner)?.[0]
  return { name: client.name, ...(login === undefined ? {} : { login }) }
}

function later(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), patienceMs).unref()
  })
}
