import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { directSend } from './direct-send'
import { localHttp, unsigned } from './local-http'

/**
 * A document client for the engine on this machine. It goes past the layers of the SDK, but through them as soon as
 * somebody adds to its middleware: to count requests, say, or to make them fail.
 */
export function localDynamo(endpoint: string): DynamoDBDocumentClient {
  const client = lightened(new DynamoDBClient(settingsFor(endpoint)))
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  return new URL(endpoint).protocol === 'http:' ? shortened(document, endpoint) : document
}

type Send = (command: { readonly input: object }) => Promise<unknown>

function shortened(document: DynamoDBDocumentClient, endpoint: string): DynamoDBDocumentClient {
  const { post, close } = localHttp(endpoint)
  const direct = directSend(post)
  const { middlewareStack: stack } = document
  const send = document.send.bind(document) as unknown as Send
  const destroy = document.destroy.bind(document)
  let isWatched = false
  for (const name of ['add', 'addRelativeTo', 'use'] as const) {
    const add = Reflect.get(stack, name) as (...given: unknown[]) => void
    Reflect.set(stack, name, (...given: unknown[]) => {
      isWatched = true
      add(...given)
    })
  }
  return Object.assign(document, {
    send: ((command) => (isWatched ? undefined : direct(command)) ?? send(command)) satisfies Send,
    destroy: () => {
      close()
      destroy()
    },
  })
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
