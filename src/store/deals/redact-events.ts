import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { withoutClientData } from '#domain/deals/told-client'
import type { DomainEvent } from '#schemas/event'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { keys } from './keys'

/** Takes out of a deal’s events what they told of its client and may not; answers in how many. Nothing is told anew. */
export async function redactEvents(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  deal: string,
  isCompany: boolean,
): Promise<number> {
  let count = 0
  for (const item of await queryAll({ document, table }, { pk: keys.deal(deal).pk, prefix: 'E#' })) {
    const event = fromText<DomainEvent>(item['event'])
    const next = event === undefined ? undefined : withoutClientData(event, isCompany)
    if (next === undefined || next === event) continue
    // oxlint-disable-next-line no-await-in-loop -- a deal has told of its client once or twice
    await document.send(new PutCommand({ TableName: table, Item: { ...item, event: asText(next) } }))
    count += 1
  }
  return count
}
