import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { isUsed } from './is-used'
import { keepOnce } from './keep-once'
import { LocalError, say } from './say'

const length = 43

/**
 * The secret of this data folder, made at the first start: it hides contacts in keys, seals cursors and opens the back door.
 * One that has gone, or that a power cut has left short or empty, is never made anew: nobody would be found by it.
 */
export function localSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  if (isUsed(dataDir) && !existsSync(path)) throw new LocalError(say('secret_gone', { path, wanted: length }))
  keepOnce(path, () => randomBytes(32).toString('base64url'))
  const secret = readFileSync(path, 'utf8').trim()
  // What a disk gives back for what it had not yet written are zeros.
  const readable = secret.replaceAll(/[^!-~]/g, '').length
  if (readable >= length) return secret
  throw new LocalError(say('secret_short', { path, length: readable, wanted: length }))
}
