import type { Ports } from '#ports/ports'
import type { SearchAnswer } from '#schemas/search'
import { countRead, readerOf, type Reading, type ReadingPorts } from '#usecases/people/count-reading'

import { search } from './search'

/**
 * Searches for somebody, who may read so much: each search counts for their budget, and one that is typed on is one. What
 * could not be counted is told to the log: what is found shows no number.
 */
export async function askSearch(
  ports: Pick<Ports, 'words'> & ReadingPorts,
  asker: Reading,
  ask: { readonly q: string; readonly limit?: number | undefined },
): Promise<SearchAnswer> {
  const [answer] = await Promise.all([
    search(ports, asker, ask),
    countSearch(ports, asker, ask.q).catch((error: unknown) => {
      console.error(JSON.stringify({ level: 'error', what: 'a search was not counted', error: String(error) }))
    }),
  ])
  return answer
}

async function countSearch(ports: ReadingPorts, asker: Reading, q: string): Promise<void> {
  if (await ports.reading.isNewSearch(readerOf(asker.caller), q)) await countRead(ports, asker, { searches: 1 })
}
