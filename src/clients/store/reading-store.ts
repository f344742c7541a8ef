import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import type { KeptAllowance, KeptLook, KeptReading, ReadingDay, ReadingStore } from '#ports/reading'
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
    look: async (look) => {
      const name = [look.reader, look.day, look.client].join('#')
      if (known.has(name)) return false
      const Item = { ...keys.look(look), look, expiresAt: goneAt(look.day) }
      const isFirst = await putIf(document, {
        TableName: table,
        Item,
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      if (known.size >= mostRemembered) known.clear()
      known.add(name)
      return isFirst
    },
    revealed: (on) => change(access, on, 'ADD reveals :one SET expiresAt = :gone', { ':one': 1 }),
    allow: (on, allowed) => change(access, on, 'SET allowed = :allowed, expiresAt = :gone', { ':allowed': allowed }),
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

async function dayOf(access: Pick<TableAccess, 'document' | 'table'>, on: ReadingDay): Promise<KeptReading> {
  const items = await queryAll(access, { pk: keys.day(on).pk })
  const { reveals = 0, allowed } = items.find(({ sk }) => sk === keys.day(on).sk) ?? {}
  return {
    looks: items.flatMap(({ look }) => (look === undefined ? [] : [look as KeptLook])),
    reveals: Number(reveals),
    ...(allowed === undefined ? {} : { allowed: allowed as KeptAllowance }),
  }
}

async function putTurned({ document, table }: Pick<TableAccess, 'document' | 'table'>, look: KeptLook): Promise<void> {
  const Item = { ...keys.turned(look.client, look.day, look.reader), look, expiresAt: goneAt(look.day) }
  await document.send(new PutCommand({ TableName: table, Item }))
}

async function change(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  on: ReadingDay,
  UpdateExpression: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await document.send(
    new UpdateCommand({
      TableName: table,
      Key: keys.day(on),
      UpdateExpression,
      ExpressionAttributeValues: { ...values, ':gone': goneAt(on.day) },
    }),
  )
}

function goneAt(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00.000Z`) / 1000) + keptDays * 86_400
}
