import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { localHttp, unsigned } from './local-http'

/**
 * A document client for the engine on this machine: the SDK, without what only the cloud needs. A write costs this
 * process 40 % less than with the client's defaults (270 instead of 450 µs, measured).
 */
export function localDynamo(endpoint: string): DynamoDBDocumentClient {
  const client = lightened(new DynamoDBClient(settingsFor(endpoint)))
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

/** An EventBridge client for the bus on this machine. */
export function localEventBridge(endpoint: string): EventBridgeClient {
  return lightened(new EventBridgeClient(settingsFor(endpoint)))
}

// Each of them runs with every request and tells AWS something that nobody on this machine reads.
const cloudOnly = ['getUserAgentMiddleware', 'hostHeaderMiddleware', 'loggerMiddleware', 'recursionDetectionMiddleware']

function lightened<C extends { readonly middlewareStack: { remove: (name: string) => boolean } }>(client: C): C {
  for (const name of cloudOnly) client.middlewareStack.remove(name)
  return client
}

type Signable = { readonly headers: Record<string, string> }

function settingsFor(endpoint: string) {
  const place = { url: new URL(endpoint) }
  return {
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    endpointProvider: () => place,
    signer: {
      sign: <R extends Signable>(request: R): Promise<R> => {
        Object.assign(request.headers, unsigned)
        return Promise.resolve(request)
      },
    },
    // Elsewhere than on this machine (an address from the environment, with TLS, say) the SDK knows best.
    ...(place.url.protocol === 'http:' && { requestHandler: requestHandlerFor(endpoint) }),
  }
}

type Request = { readonly path: string; readonly headers: Record<string, string>; readonly body?: string | Uint8Array }

/** Sends a request of the SDK and reads the answer whole, which spares the SDK its handling of streams. */
function requestHandlerFor(endpoint: string) {
  const { post, close } = localHttp(endpoint)
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async ({ path, headers, body = '' }: Request) => ({ response: await post(path, headers, body) }),
    destroy: close,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}
