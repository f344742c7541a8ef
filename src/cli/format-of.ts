import { UsageError } from './environment'
import { say } from './say'

/** The format that was asked for, of those a command knows. */
export function formatOf<Format extends string>(written: string, known: readonly Format[]): Format {
  const found = known.find((format) => format === written)
  if (found !== undefined) return found
  throw new UsageError(say('format', { written, known }))
}
