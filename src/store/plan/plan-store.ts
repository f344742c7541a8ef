import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { columnStore } from '#store/deals/column-store'
import { ledgerStore } from './ledger-store'
import { paceStore } from './pace-store'
import { targetStore } from './target-store'
import type { PlanStore } from '#ports/plans'

/** Keeps the plan and its books in the one table. */
export function planStore(document: DynamoDBDocumentClient, table: string): PlanStore {
  return {
    ...ledgerStore(document, table),
    ...columnStore(document, table),
    ...targetStore(document, table),
    ...paceStore(document, table),
  }
}
