import { existsSync } from 'node:fs'

import { UsageError } from '#cli/environment'
import { say } from '#cli/say'

/** Refuses to write over a file unless it was forced. */
export function refuseThere(file: string, force = false): void {
  if (existsSync(file) && !force) throw new UsageError(say('file_there', { file }))
}
