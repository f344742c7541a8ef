import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { keepOnce } from './keep-once'
import { LocalError, say } from './say'

const length = 43

/** The secret of this data folder, made at the first start: it hides contacts in keys, seals cursors and opens the back door. */
export function localSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  keepOnce(path, () => randomBytes(32).toString('base64url'))
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length >= length) return secret
  throw new LocalError(say('secret_short', { path, length: secret.length, wanted: length }))
}
