import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What a Norma leaves in its folder when its company is founded: the key of its tokens, and when what ran last. */
const marks = ['issuer.json', 'schedules.json', 'queue.log']

/** Whether there was a company in a data folder before. */
export function isUsed(dataDir: string): boolean {
  return marks.some((name) => existsSync(join(dataDir, name)))
}
