import { rebuildWords } from '#search/usecases/rebuild-words'
import { commandEnvironment } from '#cli/environment'
import { printSaid, saidIn, say } from '#cli/say'
import { showProgress } from '#cli/show-progress'
import { withNorma } from '#cli/with-norma'

const { lang } = commandEnvironment

/** `norma rebuild-search`: makes anew what the search finds, of all deals; broken off, it is simply begun again. */
export async function rebuildSearchCommand(options: { data: string }): Promise<void> {
  const progress = showProgress()
  const [label, found] = await Promise.all([saidIn(lang, say('search_lists')), saidIn(lang, say('search_deals'))])
  let things = 0
  await withNorma(options.data, async ({ ports }) => {
    let after: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- where a step goes on is known only when the one before is done
      const step = await rebuildWords(ports, after)
      things += step.things
      progress.show(label, step.done, step.of, () => `${found}: ${things}`)
      after = step.after
    } while (after !== undefined)
  }).finally(() => progress.end())
  await printSaid(lang, say('search_rebuilt', { deals: things }))
}
