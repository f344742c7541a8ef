import { keysOf, keyText } from '#clients/domain/ways'
import type { ClientChange, WayHolders, WayKey, WholeClient } from '#schemas/kept-client'
import { hiddenContact } from '#store/deals/contacts'
import type { Key } from '#store/key'
import { onlyRevision, onlyVersion } from '#store/only-revision'
import type { TableAccess } from '#store/table-access'
import { asText } from '#store/text-item'
import type { TransactItem } from '#store/transact'
import { keys } from './keys'

/** How long what a card said before is kept: 30 days. */
const keptSeconds = 30 * 86_400

/** The lists of holders that a change touches. */
export function headsToRead({ was, next }: ClientChange): readonly WayKey[] {
  const { added, removed } = differing(was, next)
  return [...added, ...removed]
}

/** The one transaction of a change: card, personal data, what it was, event, ways to find and its place in the list. */
export async function clientWrite(
  access: TableAccess,
  change: ClientChange,
  heads: readonly WayHolders[],
): Promise<readonly TransactItem[]> {
  return [...cardWrite(access.table, change), ...(await waysWrite(access, change, heads))]
}

/** The same without ways to find, which follow where two cards are merged. */
export function cardWrite(table: string, change: ClientChange): readonly TransactItem[] {
  const { was, next, event } = change
  const { client, personal } = next
  const put = (Item: Record<string, unknown>, condition = {}): TransactItem => ({
    Put: { TableName: table, Item, ...condition },
  })
  const isSamePersonal = was !== undefined && asText(was.personal) === asText(personal)
  return [
    put(
      { ...keys.client(client.id), version: client.version, client: asText(client) },
      onlyVersion(was?.client.version),
    ),
    ...(isSamePersonal ? [] : [put({ ...keys.personal(client.id), personal: asText(personal) })]),
    put({ ...keys.event(client.id, client.version), event: asText(event) }),
    ...(was === undefined ? [] : [put(beforeItem(was, event.at))]),
    ...listWrite(table, was, next),
  ]
}

function beforeItem(was: WholeClient, at: string): Record<string, unknown> {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptSeconds
  return { ...keys.before(was.client.id, was.client.version), was: asText(was), expiresAt }
}

async function waysWrite(
  access: TableAccess,
  { was, next }: ClientChange,
  heads: readonly WayHolders[],
): Promise<readonly TransactItem[]> {
  const { table: TableName, contactSecret } = access
  const { added, removed } = differing(was, next)
  const { id } = next.client
  const steps = [
    ...added.map((key) => ({ key, step: 1 as const })),
    ...removed.map((key) => ({ key, step: -1 as const })),
  ]
  const writes = steps.map(async ({ key, step }): Promise<readonly TransactItem[]> => {
    const hidden = await hiddenContact(keyText(key), contactSecret)
    const head = heads.find((one) => keyText(one.key) === keyText(key))
    const Key = keys.wayHolder(key.kind, hidden, id)
    return [
      headPut(TableName, keys.wayHead(key.kind, hidden), head, step),
      step === 1 ? { Put: { TableName, Item: Key } } : { Delete: { TableName, Key } },
    ]
  })
  return (await Promise.all(writes)).flat()
}

/** Whoever adds to a list of holders has seen all of it: of two that add at the same time one reads again. */
function headPut(TableName: string, key: Key, head: WayHolders | undefined, step: 1 | -1): TransactItem {
  const { rev = 0, clients = [] } = head ?? {}
  const Item = { ...key, rev: rev + 1, count: Math.max(0, clients.length + step) }
  return { Put: { TableName, Item, ...onlyRevision(rev === 0 ? undefined : rev) } }
}

/** A card that became a part of another is in no list. */
function listWrite(table: string, was: WholeClient | undefined, next: WholeClient): readonly TransactItem[] {
  const place = ({ client }: WholeClient) =>
    client.into === undefined ? keys.listed(client.owner, client.name, client.id) : undefined
  const now = place(next)
  const before = was === undefined ? undefined : place(was)
  const isSame = before?.pk === now?.pk && before?.sk === now?.sk
  if (isSame) return []
  return [
    ...(before === undefined ? [] : [{ Delete: { TableName: table, Key: before } }]),
    ...(now === undefined ? [] : [{ Put: { TableName: table, Item: { ...now } } }]),
  ]
}

function differing(was: WholeClient | undefined, next: WholeClient) {
  const before = was === undefined ? [] : keysOf(was)
  const after = keysOf(next)
  const without = (keysA: readonly WayKey[], keysB: readonly WayKey[]): readonly WayKey[] => {
    const others = new Set(keysB.map(keyText))
    return keysA.filter((key) => !others.has(keyText(key)))
  }
  return { added: without(after, before), removed: without(before, after) }
}
