import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { keptNumber } from '#store/kept-number'
import type { Line } from './line'
import { unsigned } from './local-http'

/**
 * A document client for a database on this machine. It goes past the layers of the SDK, but through them as soon as
 * somebody adds to its middleware: to count requests, say, or to make them fail.
 */
export function localDynamo(line: Line): DynamoDBDocumentClient {
  const client = lightened(new DynamoDBClient(settingsFor(line)))
  const document = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: keptNumber },
  })
  return line.direct === undefined ? document : shortened(document, line.direct)
}

type Send = (command: { readonly input: object }) => Promise<unknown>

function shortened(document: DynamoDBDocumentClient, direct: NonNullable<Line['direct']>): DynamoDBDocumentClient {
  const { middlewareStack: stack } = document
  const send = document.send.bind(document) as unknown as Send
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
  })
}

// Each of them runs with every request and tells AWS something that nobody on this machine reads.
const cloudOnly = ['getUserAgentMiddleware', 'hostHeaderMiddleware', 'loggerMiddleware', 'recursionDetectionMiddleware']

function lightened<C extends { readonly middlewareStack: { remove: (name: string) => boolean } }>(client: C): C {
  for (const name of cloudOnly) client.middlewareStack.remove(name)
  return client
}

type Signable = { readonly headers: Record<string, string> }

function settingsFor(line: Line) {
  const place = { url: new URL(line.endpoint) }
  return {
    endpoint: line.endpoint,
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
    ...(line.direct !== undefined && { requestHandler: requestHandlerFor(line) }),
  }
}

type Request = { readonly path: string; readonly headers: Record<string, string>; readonly body?: string | Uint8Array }

/** Sends a request of the SDK and reads the answer whole, which spares the SDK its handling of streams. */
function requestHandlerFor({ post, close }: Line) {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async ({ path, headers, body = '' }: Request) => ({ response: await post(path, headers, body) }),
    destroy: close,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}
