import type { EmbeddedStore } from '#embedded/store'
import { wireDoor } from '#embedded/wire-door'

import { directSend, embeddedSend, type DirectSend } from './direct-send'
import { localHttp, type LocalHttp } from './local-http'

/** A way to a database that answers what DynamoDB would. */
export type Line = {
  /** Where it leads, as the SDK is told; nothing is looked up there. */
  readonly endpoint: string
  /** Sends a request as the SDK has written it. */
  readonly post: LocalHttp['post']
  /** Sends a command past the SDK's layers; absent where they are needed. */
  readonly direct?: DirectSend
  readonly close: () => void
}

/** The store in this process. */
export function embeddedLine(store: EmbeddedStore): Line {
  const answer = wireDoor(store)
  return {
    endpoint: 'http://embedded.invalid',
    direct: embeddedSend(store),
    post: async (_path, headers, body) => {
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
      const { status, body: answered } = await answer(headers['x-amz-target'] ?? '', text)
      return { statusCode: status, headers: {}, body: Buffer.from(answered) }
    },
    close: () => undefined,
  }
}

/** A server of DynamoDB, such as DynamoDB Local; over TLS the SDK knows best how to reach it. */
export function serverLine(endpoint: string): Line {
  const { post, close } = localHttp(endpoint)
  const isPlain = new URL(endpoint).protocol === 'http:'
  return { endpoint, post, close, ...(isPlain && { direct: directSend(post) }) }
}

/** A Norma that is busy with much else is waited for: a command at the machine has time. */
const backDoorPatienceMs = 60_000

/** The store of a Norma that runs in another process of this machine, which lets in whoever knows its secret. */
export function backDoorLine(address: string, key: string): Line {
  const { post: postThere, close } = localHttp(address, backDoorPatienceMs)
  const post: LocalHttp['post'] = (_path, headers, body) =>
    postThere('/local/store', { ...headers, 'x-norma-key': key }, body)
  return { endpoint: address, post, close, direct: directSend(post) }
}
