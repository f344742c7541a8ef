import { Agent } from 'node:http'

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A document client for the engine on this machine: connections are kept, requests are not really signed. */
export function localDynamo(endpoint: string): DynamoDBDocumentClient {
  const client = new DynamoDBClient(localSettings(endpoint))
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

/** An EventBridge client for the bus on this machine. */
export function localEventBridge(endpoint: string): EventBridgeClient {
  return new EventBridgeClient(localSettings(endpoint))
}

// The servers on this machine ask for an Authorization header but do not check it; computing a real one costs more than the write.
const authorization =
  'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0'

function localSettings(endpoint: string) {
  return {
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: {
      sign: <R extends { headers: Record<string, string> }>(request: R): Promise<R> => {
        request.headers['authorization'] = authorization
        request.headers['x-amz-date'] = '20260101T000000Z'
        return Promise.resolve(request)
      },
    },
    requestHandler: { httpAgent: new Agent({ keepAlive: true, maxSockets: 128, scheduling: 'lifo' as const }) },
  }
}
