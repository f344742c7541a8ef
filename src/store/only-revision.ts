import type { TableAccess } from './table-access'
import { putIf } from './write-over'

/** A thing changes only from the revision the decision saw; a new one is written only while nobody else has made it. */
export function onlyRevision(rev: number | undefined) {
  if (rev === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' }
  return { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } }
}

/** The same for what counts its versions: whoever wrote in between makes the write fail, nothing is overwritten. */
export function onlyVersion(version: number | undefined) {
  if (version === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' }
  return { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }
}

type Where = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

/** Writes an item over the revision that was seen, or where none was; false when somebody was faster. */
export function putOver({ document, table }: Where, item: Item, seen: number | undefined): Promise<boolean> {
  return putIf(document, { TableName: table, Item: item, ...onlyRevision(seen) })
}

/** Writes a revision over the one before it, the first one only where nothing is yet; false when somebody was faster. */
export function putRevision(access: Where, item: Item, rev: number): Promise<boolean> {
  return putOver(access, item, rev === 1 ? undefined : rev - 1)
}
