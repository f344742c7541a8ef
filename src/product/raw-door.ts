import { Hono } from 'hono'

import { rawDoor as channelsDoor, rawPrefix, type RawDoorParts } from '#channels/http/raw-door'
import type { Ports } from '#ports/ports'

/** How the addresses begin at which nobody has a token of ours: providers, sites and 1C sign in their own ways. */
export const rawPrefixes = [rawPrefix, '/exchange/'] as const

/** Whether a path is one of theirs. */
export function isRawPath(path: string): boolean {
  return rawPrefixes.some((prefix) => path.startsWith(prefix))
}

/** The one door for whoever sends bytes as they are; what a room does behind it is loaded when it is asked for. */
export function rawDoor({ ports, log }: { readonly ports: Ports } & Pick<RawDoorParts, 'log'>): Hono {
  const app = new Hono()
  const channels = channelsDoor({ ports, ...(log === undefined ? {} : { log }) })
  app.all('/exchange/*', async ({ req }) => {
    const { exchangeDoor } = await import('#exchange/http/exchange-door')
    return exchangeDoor({ ports, log: log ?? toConsole }).fetch(req.raw)
  })
  app.all('*', ({ req }) => channels.fetch(req.raw))
  return app
}

function toConsole(entry: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(entry))
}
