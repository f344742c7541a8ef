import { rulesRefusal } from '#domain/rules/words/rules-refusal'
import { gunzipSync, gzipSync } from 'node:zlib'
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import { prepareFormulas } from '#domain/formula/formula'
import type { RulesVersion, Reseating, RulesStore } from '#ports/rules'
import type { VersionHead } from '#schemas/release'
import { keys, partitions, prefixes } from './keys'
import { pageOf } from '#store/query'
import { remembered } from '#store/remembered'
import { scheduledReleases } from './scheduled-releases'
import { isConditionFailure, transact } from '#store/transact'
import type { TableAccess } from '#store/table-access'

/**
 * Published versions of the rules: immutable, compressed (an item holds 400 KB at most), and a pointer to the current
 * one that moves by compare-and-set. `alarm` hears when the newest version cannot be loaded and an older one runs on.
 */
export function rulesStore(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  alarm: (message: string) => void = () => undefined,
): RulesStore {
  const versions = new Map<number, Promise<RulesVersion>>()
  const load = (no: number) => {
    const found = versions.get(no) ?? readVersion({ document, table }, no)
    versions.set(no, found)
    found.catch(() => versions.delete(no))
    return found
  }
  const pointer = remembered(async () => {
    const { Item } = await document.send(
      new GetCommand({ TableName: table, Key: keys.rulesPointer(), ConsistentRead: true }),
    )
    return {
      current: Number(Item?.['current'] ?? 0),
      reseating: Item?.['reseating'] as Reseating | undefined,
    }
  })
  return {
    version: load,
    current: async () => newestLoadable((await pointer.read()).current, load, alarm),
    publish: async (next, expected, reseating) => {
      await publish({ document, table }, { next, expected, reseating })
      pointer.forget()
    },
    versions: async () => (await headsOf({ document, table })).items,
    reseating: async () => (await pointer.read()).reseating,
    noteReseating: async (next, wasRev) => {
      const isKept = await noteReseating({ document, table }, next, wasRev)
      pointer.forget()
      return isKept
    },
    ...scheduledReleases({ document, table }),
  }
}

/** Fail closed, run on: a version that cannot be read raises an alarm, and the last good one stays in force. */
async function newestLoadable(
  newest: number,
  load: (no: number) => Promise<RulesVersion>,
  alarm: (message: string) => void,
): Promise<RulesVersion> {
  for (let no = newest; no >= 1; no -= 1) {
    try {
      return await load(no)
    } catch (error) {
      alarm(`Version ${no} of the rules cannot be loaded (${String(error)}); trying the one before.`)
    }
  }
  throw rulesRefusal('rules_unknown.none')
}

async function readVersion({ document, table }: Pick<TableAccess, 'document' | 'table'>, no: number) {
  const { Item } = await document.send(
    new GetCommand({ TableName: table, Key: keys.rulesVersion(no), ConsistentRead: true }),
  )
  const packed = Item?.['packed'] as Uint8Array | undefined
  if (packed === undefined) throw rulesRefusal('rules_unknown', { version: no })
  const version = JSON.parse(gunzipSync(packed).toString('utf8'), bare) as RulesVersion
  await prepareFormulas(version.model)
  return version
}

/** Ids are looked up in the model as they were sent: “constructor” must be as unknown as any other word. */
function bare(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.setPrototypeOf(value, null)
    : value
}

async function publish(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  { next, expected, reseating }: { next: RulesVersion; expected: number; reseating: Reseating | undefined },
): Promise<void> {
  const packed = gzipSync(JSON.stringify(next))
  const { author, at, hash, note, now, restores } = next
  const head = {
    author,
    at,
    hash,
    note,
    ...(now === undefined ? {} : { now }),
    ...(restores === undefined ? {} : { restores }),
  }
  const stopped = await transact(document, [
    {
      Put: {
        TableName: table,
        Item: { ...keys.rulesVersion(next.version), packed, ...head },
        // A version is written once and never again.
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    { Update: pointerUpdate(table, { next, expected, reseating }) },
  ])
  if (stopped === undefined) return
  throw rulesRefusal('version_conflict.rules', { version: expected })
}

/** What there is to do for the new version begins with it, in one write: no crash can leave deals behind. */
function pointerUpdate(
  table: string,
  { next, expected, reseating }: { next: RulesVersion; expected: number; reseating: Reseating | undefined },
) {
  const { author, at, version } = next
  const sets = ['#current = :next', 'author = :author', '#at = :at']
  return {
    TableName: table,
    Key: keys.rulesPointer(),
    UpdateExpression: `SET ${[...sets, ...(reseating === undefined ? [] : ['reseating = :reseating'])].join(', ')}`,
    // Two publishers at once: the second one must look at what the first one did.
    ConditionExpression: expected === 0 ? 'attribute_not_exists(pk)' : '#current = :expected',
    ExpressionAttributeNames: { '#current': 'current', '#at': 'at' },
    ExpressionAttributeValues: {
      ':next': version,
      ':author': author,
      ':at': at,
      ...(reseating === undefined ? {} : { ':reseating': reseating }),
      ...(expected === 0 ? {} : { ':expected': expected }),
    },
  }
}

async function noteReseating(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  next: Reseating,
  wasRev: number | undefined,
): Promise<boolean> {
  try {
    await document.send(
      new UpdateCommand({
        TableName: table,
        Key: keys.rulesPointer(),
        UpdateExpression: 'SET reseating = :next',
        // Another worker, or another publishing, has come further: what we counted is not what there is to do now.
        ConditionExpression: wasRev === undefined ? 'attribute_not_exists(reseating)' : 'reseating.rev = :was',
        ExpressionAttributeValues: { ':next': next, ...(wasRev === undefined ? {} : { ':was': wasRev }) },
      }),
    )
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}

/** As many of the newest versions as anybody looks at; older ones are read one by one. */
const mostHeads = 50

function headsOf(access: Pick<TableAccess, 'document' | 'table'>) {
  const ask = { pk: partitions.rules(), prefix: prefixes.rulesVersions, newestFirst: true, limit: mostHeads }
  return pageOf(access, ask, (item): VersionHead => {
    const { sk, hash, author, note, at, now, restores } = item as Omit<VersionHead, 'version'> & { readonly sk: string }
    const version = Number(sk.slice(prefixes.rulesVersions.length))
    const more = { ...(now === undefined ? {} : { now }), ...(restores === undefined ? {} : { restores }) }
    return { version, hash, author, note, at, ...more }
  })
}
