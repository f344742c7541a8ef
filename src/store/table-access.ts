import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import type { Secret } from '#domain/kernel/secret'

/** Where the table is and the secret under which phone numbers and e-mail addresses are hidden in keys. */
export type TableAccess = {
  readonly document: DynamoDBDocumentClient
  readonly table: string
  /** The table of the search’s words; `<table>-words` where it is not called otherwise. */
  readonly words?: string
  readonly contactSecret: Secret
}
