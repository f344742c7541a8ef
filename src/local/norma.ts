import { serve } from '@hono/node-server'
import { rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'

import { languagePort } from '#config/language-port'
import { checkingAside } from './language/checking-aside'
import { backstagePort } from './queues/backstage-port'
import { isRawPath, rawDoor } from '#product/raw-door'
import { createApp } from '#http/app'
import { operationDoors } from '#product/lists/operation-doors'
import { tokenVerifier } from '#http/tokens'
import { createPages } from '#product/pages-app.tsx'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { storePorts } from '#product/store-ports'
import { backDoorTo } from './back-door'
import { startBackstage } from './backstage'
import type { Progress } from './former-engine'
import { filesPath, folderFiles, type FolderFiles } from './files/folder-files'
import { foundCompany, type KeepFiles } from './found-company'
import { audience, openIssuer, type LocalIssuer } from './issuer'
import { lettingIn, signInOf, type Provider } from './let-in'
import type { ChannelSettings } from './local-channels'
import { localDynamo } from './local-client'
import { localSecret } from './local-secret'
import { ensureTable, openStore, type LocalStore } from './open-store'
import { keepsYears } from '#store/plan/into-years'
import { intoYears } from './move-into-years'
import { asOutside, onlyForOwnHosts } from './own-hosts'
import { pageAssets } from './page-assets'
import { portOf } from './port-of'
import { portsOver } from './queues/ports-over'
import type { Runtime } from './runtime'
import { LocalError, say, type Log } from './say'
import { startTrouble } from './start-trouble'

/** The whole product on one machine. */
export type Norma = {
  readonly address: string
  readonly ports: Ports
  readonly runtime: Runtime
  /** A token of an employee for the API. */
  readonly mint: (employee: string) => Promise<string>
  /** By what people come in. */
  readonly ways: Ports['ways']
  /** The address people open: that of this machine, or that of the name it has outside. */
  readonly publicAddress: string
  /** What everything is kept in: the name of what brings SQLite, or the address of a server. */
  readonly standsOn: string
  readonly stop: () => Promise<void>
}

/** Where and with which first rules the product runs. Port 0 picks a free one. */
export type NormaOptions = {
  readonly dataDir: string
  readonly port: number
  readonly rulesText: string
  /** Keeps the files beside that text which it names. */
  readonly keepRuleFiles?: KeepFiles
  /** A server of DynamoDB to keep everything in, instead of the store in this process. */
  readonly server?: string | undefined
  /** Hears that the data folder was empty: the rules given here are those of a new company now. */
  readonly tellFounded?: () => Promise<void>
  /** Hears how far taking over a folder of the former database engine has come. */
  readonly tellTakeOver?: Progress
  /** How people are reached; e-mail goes into a folder where nothing is said. */
  readonly channels?: ChannelSettings
  readonly log: Log
  /** Hears of every event that was published. */
  readonly tellEvent?: (event: DomainEvent) => void
  /** Another clock than the machine's, for a company whose history ended at another time; its schedules rest. */
  readonly now?: () => string
  /** Names beside those of this machine by which it may be asked, such as that of a proxy in front of it. */
  readonly hosts?: readonly string[]
  /** The company's OpenID Connect provider, where people sign in by it. */
  readonly provider?: Provider
  /** How many units of requests a person may spend a minute, a key half of them; 600 where nothing is said. */
  readonly requestsAMinute?: number | undefined
  /** Whether anybody may choose who to be; a folder that was made as a demo says so itself. */
  readonly demo?: boolean
}

const table = 'norma'

/** Starts store, API, stream, bus, queues and schedules over a data folder; an empty one gets rules and a founder. */
export async function startNorma(options: NormaOptions): Promise<Norma> {
  try {
    const backroom = await openBackroom(options)
    return await openDoors(options, backroom).catch(async (error: unknown) => {
      await backroom.close()
      throw error
    })
  } catch (error) {
    throw startTrouble(error, options.dataDir)
  }
}

async function openDoors(options: NormaOptions, backroom: Backroom): Promise<Norma> {
  const { dataDir, port, log, tellEvent } = options
  const { store } = backroom
  const files = folderFiles(dataDir, { secret: `files.${localSecret(dataDir)}`, nowMs: nowMsOf(options) })
  await foundOrBringUpToDate(options, backroom, files)
  const ports = { ...backroom.ports, files: files.files, ways: await waysOf(options, backroom.ports) }
  const zone = (await ports.rules.current()).model.calendar.timezone
  const runtime = await startBackstage(ports, {
    dataDir,
    store,
    table,
    zone,
    log,
    tellEvent,
    schedulesRest: options.now !== undefined,
  })
  backroom.wake = runtime.poke
  backroom.behind = runtime
  backroom.toCome = runtime.toCome
  try {
    const issuer = await openIssuer(dataDir, nowMsOf(options))
    const hosts = options.hosts ?? []
    const door = onlyForOwnHosts(asOutside(doorOf(options, { ports, runtime, issuer, store, files }), hosts), hosts)
    const server = serve({ fetch: door, port, hostname: '127.0.0.1' }) as Server
    const address = `http://127.0.0.1:${await portOf(server)}`
    const publicAddress = hosts[0] === undefined ? address : `https://${hosts[0]}`
    const stopServer = announce(server, join(dataDir, 'running.json'), { address, publicAddress, by: ports.ways.by })
    const stop = async () => {
      await stopServer()
      await runtime.stop()
      await backroom.close()
    }
    const mint = (employee: string) => issuer.mint(employee)
    return { address, publicAddress, ports, runtime, mint, ways: ports.ways, standsOn: store.told, stop }
  } catch (error) {
    await runtime.stop()
    throw error
  }
}

/** Founds a company in an empty folder; what another version kept is brought to today's form. */
async function foundOrBringUpToDate(options: NormaOptions, backroom: Backroom, { files }: FolderFiles): Promise<void> {
  const isNew = await foundCompany({ ...backroom.ports, files }, options.rulesText, options.keepRuleFiles)
  if (!isNew) return backroom.bringUpToDate()
  await backroom.noteUpToDate()
  await options.tellFounded?.()
}

/** By what people come in; nobody may choose who to be where others than those at this machine can ask. */
async function waysOf(
  { hosts = [], demo, provider }: NormaOptions,
  { entry }: Pick<Ports, 'entry'>,
): Promise<Ports['ways']> {
  if (provider !== undefined) return { by: 'provider' }
  const isDemo = demo ?? (await entry.beginning()).isDemo
  if (isDemo && hosts.length > 0) throw new LocalError(say('picker_outside', { host: hosts[0] ?? '' }))
  return { by: isDemo ? 'picker' : 'link' }
}

type DoorParts = {
  readonly ports: Ports
  readonly runtime: Runtime
  readonly issuer: LocalIssuer
  readonly store: LocalStore
  readonly files: FolderFiles
}

/** The API, the pages and the addresses of files behind one port. */
function doorOf(
  { dataDir, log, ...options }: NormaOptions,
  { ports, runtime, issuer, store, files }: DoorParts,
): (request: Request) => Response | Promise<Response> {
  const trust = { issuer: issuer.issuer, audience, jwks: issuer.jwks, nowMs: nowMsOf(options) }
  const letIn = lettingIn(ports, issuer, tokenVerifier(trust))
  const { verifyToken } = letIn
  const app = createApp({
    ports,
    doors: operationDoors,
    openApi: async () => (await import('#generated/openapi.json')).default,
    verifyToken,
    cursorSecret: `cursors.${localSecret(dataDir)}`,
    log: (entry) => log(say('api_failed'), entry),
  })
  const backDoor = backDoorTo(runtime, store, localSecret(dataDir))
  const pages = createPages({
    ports,
    verifyToken,
    askApi: async (request) => app.fetch(request),
    assets: pageAssets,
    signIn: signInOf({ ...options, dataDir }, ports, letIn),
    log: (entry) => log(say('page_failed'), entry),
  })
  const raw = rawDoor({ ports, log: (entry) => log(say('api_failed'), entry) })
  return (request) => {
    const { pathname } = new URL(request.url)
    if (isRawPath(pathname)) return raw.fetch(request)
    if (pathname.startsWith('/local/')) return backDoor.fetch(request)
    if (pathname.startsWith(filesPath)) return files.answer(request)
    return /^\/(?:app(?:\/.*)?)?$/s.test(pathname) ? pages.fetch(request) : app.fetch(request)
  }
}

function nowMsOf({ now }: Pick<NormaOptions, 'now'>): () => number {
  return now === undefined ? Date.now : () => Date.parse(now())
}

/** Leaves a notice where the command line finds a running Norma; gives what takes it away and closes the door. */
function announce(
  server: Server,
  path: string,
  notice: { address: string; publicAddress: string; by: Ports['ways']['by'] },
): () => Promise<void> {
  writeFileSync(path, JSON.stringify({ ...notice, pid: process.pid }))
  return async () => {
    rmSync(path, { force: true })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

type Backroom = {
  readonly store: LocalStore
  readonly ports: Ports
  wake: () => void
  /** What runs behind the API, once it does. */
  behind: Runtime | undefined
  toCome: Runtime['toCome']
  /** Moves what a folder of an earlier Norma keeps elsewhere to where it is read today. */
  readonly bringUpToDate: () => Promise<void>
  /** Notes of a new folder that there is nothing to move: its first start has nothing to look for. */
  readonly noteUpToDate: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The ports over the store of a data folder; every saved deal wakes whoever reads the stream. */
async function openBackroom(options: NormaOptions): Promise<Backroom> {
  const { dataDir, server, tellTakeOver } = options
  const local = await openStore({ dataDir, server, tellTakeOver })
  let contactSecret: string
  try {
    // The secret comes when the store is there: one without a store is that of a company whose data has gone.
    contactSecret = `contacts.${localSecret(dataDir)}`
    await ensureTable(local, table)
  } catch (error) {
    await local.stop()
    throw error
  }
  const document = localDynamo(local.line)
  const store = storePorts({ document, table, contactSecret }, checkingAside(languagePort), (text) =>
    options.log(say('store_said', { text }), {}),
  )
  const backroom: Backroom = {
    store: local,
    wake: () => undefined,
    behind: undefined,
    toCome: () => 0,
    ports: {
      ...portsOver(store, options, {
        wake: () => backroom.wake(),
        toCome: async (consumers) => Math.max(...consumers.map((name) => backroom.toCome(name))),
      }),
      backstage: backstagePort(store.backstage, () => backroom.behind),
    },
    bringUpToDate: async () => {
      await intoYears(document, table, backroom.ports)
    },
    noteUpToDate: () => keepsYears({ document, table }),
    close: async () => {
      document.destroy()
      await local.stop()
    },
  }
  return backroom
}
