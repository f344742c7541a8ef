import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { createTableRequest } from '#store/table'

/** Makes Norma's table where it is not there yet. */
export async function ensureTable(document: DynamoDBDocumentClient, table: string): Promise<void> {
  try {
    await document.send(new DescribeTableCommand({ TableName: table }))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
    await document.send(new CreateTableCommand(createTableRequest(table)))
  }
}
