import { serve } from '@hono/node-server'
import { rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'

import { languagePort } from '#config/language-port'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { createApp } from '#http/app'
import { allOperations } from '#product/lists/operations'
import { tokenVerifier } from '#http/tokens'
import { createPages } from '#product/pages-app.tsx'
import { localSignIn } from '#pages/local-sign-in.tsx'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { storePorts } from '#product/store-ports'
import { addBackDoor } from './back-door'
import { startBackstage } from './backstage'
import { startEngine, type Engine } from './engine'
import { ensureTable } from './ensure-table'
import { foundCompany } from './found-company'
import { audience, openIssuer, type LocalIssuer } from './issuer'
import { localChannels, type ChannelSettings } from './local-channels'
import { localDynamo } from './local-client'
import { localSecret } from './local-secret'
import { pageAssets } from './page-assets'
import type { Runtime } from './runtime'
import { LocalError, say, type Log } from './say'

/** The whole product on one machine. */
export type Norma = {
  readonly address: string
  readonly ports: Ports
  readonly runtime: Runtime
  /** A token of an employee for the API. */
  readonly mint: (employee: string) => Promise<string>
  /** Calls back when the database engine is gone: nothing works any more, and a restart goes on where it was. */
  readonly onEngineLoss: (tell: () => void) => void
  readonly stop: () => Promise<void>
}

/** Where and with which first rules the product runs. Port 0 picks a free one. */
export type NormaOptions = {
  readonly dataDir: string
  readonly port: number
  readonly rulesText: string
  readonly fallbackEngine?: string | undefined
  /** How people are reached; e-mail goes into a folder where nothing is said. */
  readonly channels?: ChannelSettings
  readonly log: Log
  /** Hears of every event that was published. */
  readonly tellEvent?: (event: DomainEvent) => void
  /** Another clock than the machine's, for a company whose history ended at another time; its schedules rest. */
  readonly now?: () => string
}

const table = 'norma'

/** Starts engine, API, stream, bus, queues and schedules over a data folder; an empty one gets rules and a founder. */
export async function startNorma(options: NormaOptions): Promise<Norma> {
  const backroom = await openBackroom(options)
  try {
    return await openDoors(options, backroom)
  } catch (error) {
    await backroom.close()
    throw error
  }
}

async function openDoors(options: NormaOptions, backroom: Backroom): Promise<Norma> {
  const { dataDir, port, rulesText, log, tellEvent } = options
  const { ports, engine } = backroom
  await foundCompany(ports, rulesText)
  const zone = (await ports.rules.current()).model.calendar.timezone
  const runtime = await startBackstage(ports, {
    dataDir,
    endpoint: engine.endpoint,
    table,
    zone,
    log,
    tellEvent,
    schedulesRest: options.now !== undefined,
  })
  backroom.wake = runtime.poke
  const issuer = await openIssuer(dataDir, nowMsOf(options))
  const server = serve({ fetch: doorOf(options, { ports, runtime, issuer }), port, hostname: '127.0.0.1' }) as Server
  try {
    const address = `http://127.0.0.1:${await portOf(server)}`
    const stopServer = announce(server, join(dataDir, 'running.json'), { address, engine: engine.endpoint })
    const stop = async () => {
      await stopServer()
      await runtime.stop()
      await backroom.close()
    }
    return { address, ports, runtime, mint: (employee) => issuer.mint(employee), onEngineLoss: engine.onLoss, stop }
  } catch (error) {
    await runtime.stop()
    throw error
  }
}

/** The API and the pages behind one port. */
function doorOf(
  { dataDir, log, ...options }: NormaOptions,
  { ports, runtime, issuer }: { ports: Ports; runtime: Runtime; issuer: LocalIssuer },
): (request: Request) => Response | Promise<Response> {
  const trust = { issuer: issuer.issuer, audience, jwks: issuer.jwks, nowMs: nowMsOf(options) }
  const verifyToken = tokenVerifier(trust)
  const app = createApp({
    ports,
    operations: allOperations,
    openApi: async () => (await import('#generated/openapi.json')).default,
    verifyToken,
    cursorSecret: `cursors.${localSecret(dataDir)}`,
    log: (entry) => log(say('api_failed'), entry),
  })
  addBackDoor(app, runtime, localSecret(dataDir))
  const pages = createPages({
    ports,
    verifyToken,
    askApi: async (request) => app.fetch(request),
    assets: pageAssets,
    signIn: localSignIn(ports, issuer.mint),
    log: (entry) => log(say('page_failed'), entry),
  })
  return (request) => (isForPages(new URL(request.url).pathname) ? pages.fetch(request) : app.fetch(request))
}

function isForPages(path: string): boolean {
  return path === '/' || path === '/app' || path.startsWith('/app/')
}

function nowMsOf({ now }: Pick<NormaOptions, 'now'>): () => number {
  return now === undefined ? Date.now : () => Date.parse(now())
}

/** Leaves a notice where the command line finds a running Norma; gives what takes it away and closes the door. */
function announce(server: Server, path: string, notice: { address: string; engine: string }): () => Promise<void> {
  writeFileSync(path, JSON.stringify({ ...notice, pid: process.pid }))
  return async () => {
    rmSync(path, { force: true })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

type Backroom = {
  readonly engine: Engine
  readonly ports: Ports
  wake: () => void
  readonly close: () => Promise<void>
}

/** The ports over the engine of a data folder; every saved deal wakes whoever reads the stream. */
async function openBackroom({ dataDir, fallbackEngine, channels = {}, log, now }: NormaOptions): Promise<Backroom> {
  const engine = await startEngine({ dataDir, fallbackEndpoint: fallbackEngine })
  const document = localDynamo(engine.endpoint)
  await ensureTable(document, table)
  const access = { document, table, contactSecret: `contacts.${localSecret(dataDir)}` }
  const store = storePorts(access, languagePort, (text) => log(say('store_said', { text }), {}))
  const backroom: Backroom = {
    engine,
    wake: () => undefined,
    ports: {
      ...store,
      ...(now === undefined ? {} : { clock: { now } }),
      channels: localChannels(dataDir, channels),
      outlet: webhookOutlet({ allowLoopback: channels.allowLoopback ?? false }),
      deals: {
        ...store.deals,
        save: async (change) => {
          await store.deals.save(change)
          backroom.wake()
        },
      },
      automation: {
        ...store.automation,
        note: async (run) => {
          const isNew = await store.automation.note(run)
          backroom.wake()
          return isNew
        },
      },
    },
    close: async () => {
      document.destroy()
      await engine.stop()
    },
  }
  return backroom
}

/** The port a server listens on, once it does; a port that is taken is said plainly. */
function portOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    const tell = () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    }
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new LocalError(say('port_taken'), { cause: error }) : error)
    })
    if (server.listening) tell()
    else server.once('listening', tell)
  })
}
