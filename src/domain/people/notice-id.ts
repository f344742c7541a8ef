import { textHash } from '#domain/kernel/text-hash'

/** The id of a notice: in order of time, and the same whenever it is made of the same thing. */
export function noticeId(at: string, source: string): string {
  return `${at.replaceAll(/\D/g, '')}-${textHash(source)}`
}
