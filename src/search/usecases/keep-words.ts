import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { wordsOfDeal } from '#search/domain/words-of'
import { again, whileOthersWrite } from '#usecases/while-others-write'

type Needs = Pick<Ports, 'deals' | 'words'>

/**
 * Lets a deal be found by what it says now. What was kept is read before the deal is: whoever wrote that has not seen a
 * younger deal. Right in any order and any number of times. Units: two reads where nothing it is found by has changed; else
 * two writes, and one for each word it has or had.
 */
export async function keepWords(ports: Needs, events: readonly DomainEvent[]): Promise<void> {
  const dealId = events[0]?.detail.dealId
  if (dealId !== undefined) await keepWordsOfDeal(ports, dealId)
}

/** The same for a deal by its id. */
export async function keepWordsOfDeal({ deals, words }: Needs, dealId: string): Promise<void> {
  await whileOthersWrite(`The words of ${dealId} were written`, async () => {
    const over = await words.find('deal', dealId)
    const deal = await deals.find(dealId)
    if (deal === undefined) return undefined
    return (await words.keep(wordsOfDeal(deal), over)) ? undefined : again
  })
}
