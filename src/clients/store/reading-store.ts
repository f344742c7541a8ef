import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import { searchesOfAll } from '#domain/people/searches'
import type { KeptAllowance, KeptLook, KeptReading, ReadCounts, ReadingDay, ReadingStore } from '#ports/reading'
import { getMany } from '#store/get-many'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { putIf } from '#store/write-over'
import { readingKeys as keys } from './reading-keys'

/** So long who read whom is kept. */
const keptDays = 730
const mostRemembered = 20_000
const atOnce = 25

/**
 * Who read which clients, an item a look: writing it is audit and count at once, a write unit. What this process has written
 * today it remembers, so that a repeat costs nothing.
 */
export function readingStore(access: Pick<TableAccess, 'document' | 'table'>): ReadingStore {
  const { document, table } = access
  const known = new Set<string>()
  return {
    look: async (asked, isOwn) => {
      const name = [asked.reader, asked.day, asked.client].join('#')
      if (known.has(name)) return undefined
      const look = { ...asked, isOwn: await isOwn() }
      const Item = { ...keys.look(look), look, expiresAt: goneAt(look.day) }
      const isFirst = await putIf(document, {
        TableName: table,
        Item,
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      if (known.size >= mostRemembered) known.clear()
      known.add(name)
      return isFirst ? look : undefined
    },
    ...countsOf(access),
    day: (on) => dayOf(access, on),
    looksAt: async (client, days) => {
      const wanted = days.map((one) => keys.look({ ...one, client }))
      return (await getMany(access, wanted, { isConsistent: false })).map(({ look }) => look as KeptLook)
    },
    turn: async (looks) => {
      for (let first = 0; first < looks.length; first += atOnce) {
        // oxlint-disable-next-line no-await-in-loop -- the night is long, and the table is for people
        await Promise.all(looks.slice(first, first + atOnce).map((look) => putTurned(access, look)))
      }
    },
    turned: async (client) =>
      (await queryAll(access, { pk: keys.turned(client, '', '').pk, newestFirst: true })).map(
        ({ look }) => look as KeptLook,
      ),
  }
}

/** What is counted of a day, in one item. */
function countsOf(
  access: Pick<TableAccess, 'document' | 'table'>,
): Pick<ReadingStore, 'add' | 'isNewSearch' | 'keepMuch' | 'allow'> {
  const isNew = searchesOfAll()
  return {
    add: async (on, { reveals = 0, rows = 0, searches = 0 }) =>
      countsIn(
        await change(access, on, 'ADD reveals :reveals, listed :listed, searches :searches SET expiresAt = :gone', {
          ':reveals': reveals,
          ':listed': rows,
          ':searches': searches,
        }),
      ),
    isNewSearch: async (reader, text) => isNew(reader, text),
    keepMuch: async (on, much) =>
      void (await change(access, on, 'SET much = :much, expiresAt = :gone', { ':much': much })),
    allow: async (on, allowed) =>
      void (await change(access, on, 'SET allowed = :allowed, expiresAt = :gone', { ':allowed': allowed })),
  }
}

async function dayOf(access: Pick<TableAccess, 'document' | 'table'>, on: ReadingDay): Promise<KeptReading> {
  const items = await queryAll(access, { pk: keys.day(on).pk })
  const head = items.find(({ sk }) => sk === keys.day(on).sk) ?? {}
  const { allowed, much } = head
  return {
    looks: items.flatMap(({ look }) => (look === undefined ? [] : [look as KeptLook])),
    ...countsIn(head),
    ...(allowed === undefined ? {} : { allowed: allowed as KeptAllowance }),
    ...(much === undefined ? {} : { much: much === null ? null : Number(much) }),
  }
}

function countsIn({ reveals = 0, listed = 0, searches = 0 }: Readonly<Record<string, unknown>>): ReadCounts {
  return { reveals: Number(reveals), rows: Number(listed), searches: Number(searches) }
}

async function putTurned({ document, table }: Pick<TableAccess, 'document' | 'table'>, look: KeptLook): Promise<void> {
  const Item = { ...keys.turned(look.client, look.day, look.reader), look, expiresAt: goneAt(look.day) }
  await document.send(new PutCommand({ TableName: table, Item }))
}

/** Changes what is counted of a day, and gives it as it is then. */
async function change(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  on: ReadingDay,
  UpdateExpression: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { Attributes = {} } = await document.send(
    new UpdateCommand({
      TableName: table,
      Key: keys.day(on),
      UpdateExpression,
      ExpressionAttributeValues: { ...values, ':gone': goneAt(on.day) },
      ReturnValues: 'ALL_NEW',
    }),
  )
  return Attributes
}

function goneAt(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00.000Z`) / 1000) + keptDays * 86_400
}
