import { gunzipSync, gzipSync } from 'node:zlib'
import { GetCommand } from '@aws-sdk/lib-dynamodb'

import { prepareFormulas } from '#domain/formula'
import { Refusal } from '#domain/refusal'
import type { RulesStore, RulesVersion } from '#ports'
import { keys } from './keys'
import { remembered } from './remembered'
import { transact } from './transact'
import type { TableAccess } from './deal-store'

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
    return Number(Item?.['current'] ?? 0)
  })
  return {
    version: load,
    current: async () => newestLoadable(await pointer.read(), load, alarm),
    publish: async (next, expected) => {
      await publish({ document, table }, next, expected)
      pointer.forget()
    },
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
  throw new Refusal('rules_unknown', 'No rules are published yet. Publish pipelines.yaml first.')
}

async function readVersion({ document, table }: Pick<TableAccess, 'document' | 'table'>, no: number) {
  const { Item } = await document.send(
    new GetCommand({ TableName: table, Key: keys.rulesVersion(no), ConsistentRead: true }),
  )
  const packed = Item?.['packed'] as Uint8Array | undefined
  if (packed === undefined) throw new Refusal('rules_unknown', `There is no version ${no} of the rules.`)
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
  next: RulesVersion,
  expected: number,
): Promise<void> {
  const packed = gzipSync(JSON.stringify(next))
  const { author, at, hash, note } = next
  const stopped = await transact(document, [
    {
      Put: {
        TableName: table,
        Item: { ...keys.rulesVersion(next.version), packed, author, at, hash, note },
        // A version is written once and never again.
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Put: {
        TableName: table,
        Item: { ...keys.rulesPointer(), current: next.version, author, at },
        // Two publishers at once: the second one must look at what the first one did.
        ConditionExpression: expected === 0 ? 'attribute_not_exists(pk)' : '#current = :expected',
        ...(expected === 0
          ? {}
          : {
              ExpressionAttributeNames: { '#current': 'current' },
              ExpressionAttributeValues: { ':expected': expected },
            }),
      },
    },
  ])
  if (stopped === undefined) return
  throw new Refusal(
    'version_conflict',
    `Somebody published in between: version ${expected} is not the newest any more.`,
  )
}
