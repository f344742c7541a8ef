import type { Server } from 'node:http'

import { LocalError, say } from './say'

/** The port a server listens on, once it does; a port that is taken is said plainly. */
export function portOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    const tell = () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    }
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new LocalError(say('port_taken'), { cause: error }) : error)
    })
    if (server.listening) tell()
    else server.once('listening', tell)
  })
}
