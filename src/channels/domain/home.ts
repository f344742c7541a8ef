import { usualHome } from '#domain/kernel/phone'

/** The country in which numbers that a provider writes without a plus are dialled. */
export function homeOf(): string {
  return usualHome
}
