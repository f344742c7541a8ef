// Norma's own store over SQLite, where a well-kept library would be better: there is none that runs wherever Node does,
// answers what DynamoDB answers, and keeps the events of a write in the transaction of the write. What Norma's code asks
// is a small part of DynamoDB; anything else is refused, so that nothing works here that would not work there. One suite
// of what is promised runs over this store and over other servers of DynamoDB.
import { openCatalog, type Catalog } from './catalog'
import { declarationOf, type TableDeclaration } from './declaration'
import { expireIn } from './expire'
import { refused, unknownHere } from './fault'
import { openFile, type StoreFile } from './file'
import { linesOf, stateOf, type Lines, type State } from './lines'
import { preciseSoFar } from './number'
import { onceByToken } from './once-by-token'
import { queryItems, scanItems } from './query'
import { batchGetItem, getItem, transactGetItems, type Tables } from './reads'
import type { SqliteAdapter } from './sqlite'
import { streamLog, type StreamFilter, type StreamLog } from './stream-log'
import { plainNumbers } from './wire-values'
import type { Table } from './table'
import { batchWrite, singleWrite, transactWrite, type Write } from './writes'

/** A store in this process that answers what DynamoDB would. */
export type EmbeddedStore = {
  /** Asks an operation of DynamoDB, by its name, in plain values; refuses with errors of DynamoDB's names. */
  readonly ask: (operation: string, request: object) => Promise<object>
  /** The same, for a caller that may be given numbers which JavaScript's own cannot be. */
  readonly askExactly: (operation: string, request: object) => Promise<object>
  /** Whether what is written to the table is told to whoever follows it. */
  readonly hasStream: (name: string) => boolean
  /** A table, for whoever fills it at once. */
  readonly table: (name: string) => Table
  readonly declare: (name: string, declaration: TableDeclaration) => void
  readonly file: StoreFile
  readonly stream: StreamLog
  /** Calls back whenever something has been written that whoever follows a table wants; the answer ends it. */
  readonly onStream: (tell: () => void) => () => void
  /** Whether there is no item in any table. */
  readonly isEmpty: () => boolean
  readonly lines: (name: string) => Lines
  readonly state: (name: string) => State
  /** Takes away up to so many items that are out of date; answers how many they were. */
  readonly expire: (nowMs: number, most?: number) => Promise<number>
  readonly close: () => void
}

export type EmbeddedOptions = {
  readonly adapter: SqliteAdapter
  /** Where the file is; in memory where nothing is said. */
  readonly path?: string
  /** Which changes are kept for those who follow the tables; all where nothing is said. */
  readonly filter?: StreamFilter
}

/** Opens the store kept in a file. */
export function openEmbeddedStore({ adapter, path, filter = () => true }: EmbeddedOptions): EmbeddedStore {
  const file = openFile(adapter, path)
  const catalog = openCatalog(file)
  const stream = streamLog(file, filter)
  const followers = new Set<() => void>()
  const written = writerOn(file, stream, () => {
    for (const tell of followers) tell()
  })
  const operations = { ...operationsOn(catalog.find, written), ...administrationOf(catalog) }
  const askExactly: EmbeddedStore['askExactly'] = async (operation, request) => {
    const run = operations[operation]
    if (run === undefined) throw unknownHere(`the operation ${operation}`)
    return run(request as never)
  }
  return {
    askExactly,
    ask: async (operation, request) => {
      const before = preciseSoFar()
      const answer = await askExactly(operation, request)
      return preciseSoFar() === before ? answer : plainNumbers(answer)
    },
    hasStream: (name) => catalog.has(name) && catalog.find(name).declaration.stream !== undefined,
    table: catalog.find,
    declare: catalog.declare,
    file,
    stream,
    onStream: (tell) => {
      followers.add(tell)
      return () => followers.delete(tell)
    },
    isEmpty: () =>
      [...catalog.all()].every((table) => table.select(`SELECT pk FROM t${table.id} LIMIT 1`).all().length === 0),
    lines: (name) => linesOf(file, name),
    state: (name) => stateOf(file, name),
    expire: (nowMs, most = 1_000) => expireIn(catalog.all(), { nowMs, most, write: written }),
    close: file.close,
  }
}

type Writer = (write: Write) => Promise<object>

/** Does a write in the transaction of the turn, with what is told of it; `tell` is called when somebody wants to hear it. */
function writerOn(file: StoreFile, stream: StreamLog, tell: () => void): Writer {
  return async (write) => {
    let isWanted = false
    const answer = await file.turn(() => {
      const apply = write()
      return () => {
        const { plans, answer: answered } = apply()
        for (const plan of plans) if (stream.note(plan)) isWanted = true
        return answered
      }
    })
    if (isWanted) tell()
    return answer
  }
}

type Run = (request: never) => object | Promise<object>

function operationsOn(tables: Tables, written: Writer): Readonly<Record<string, Run>> {
  const once = onceByToken(() => performance.now())
  const single = (operation: 'PutItem' | 'UpdateItem' | 'DeleteItem'): Run => {
    return (request) => written(singleWrite(tables, operation, request))
  }
  return {
    GetItem: (request) => getItem(tables, request),
    BatchGetItem: (request) => batchGetItem(tables, request),
    TransactGetItems: (request) => transactGetItems(tables, request),
    Query: (request) => queryItems(tables, request),
    Scan: (request) => scanItems(tables, request),
    PutItem: single('PutItem'),
    UpdateItem: single('UpdateItem'),
    DeleteItem: single('DeleteItem'),
    BatchWriteItem: (request) => written(batchWrite(tables, request)),
    TransactWriteItems: (request: Parameters<typeof transactWrite>[1] & { readonly ClientRequestToken?: string }) => {
      const { ClientRequestToken: token } = request
      const write = transactWrite(tables, request)
      return once(token, request, () => written(write))
    },
  }
}

/** What makes tables and tells of them, for whoever does not declare them. */
function administrationOf(catalog: Catalog): Readonly<Record<string, Run>> {
  return {
    CreateTable: (request: Parameters<typeof declarationOf>[0]) => {
      const { TableName } = request
      if (catalog.has(TableName)) {
        throw refused('ResourceInUseException', `Table already exists: ${TableName}`)
      }
      catalog.declare(TableName, declarationOf(request))
      return { TableDescription: { TableName, TableStatus: 'ACTIVE' } }
    },
    DescribeTable: ({ TableName }: { readonly TableName: string }) => {
      catalog.find(TableName)
      return { Table: { TableName, TableStatus: 'ACTIVE' } }
    },
  }
}
