import { adoptClients } from '#clients/usecases/adopt-clients'
import { commandEnvironment } from '#cli/environment'
import { printSaid, saidIn, say } from '#cli/say'
import { showProgress } from '#cli/show-progress'
import { withNorma } from '#cli/with-norma'

const { lang } = commandEnvironment

/** `norma adopt-clients`: gives the clients of older deals their cards; broken off, it is simply begun again. */
export async function adoptClientsCommand(options: { data: string; dryRun?: boolean }): Promise<void> {
  const progress = showProgress()
  const isDryRun = options.dryRun === true
  const [label, found] = await Promise.all([saidIn(lang, say('search_lists')), saidIn(lang, say('search_deals'))])
  await withNorma(options.data, async ({ ports }) => {
    const { made, linked, redacted, deals } = await adoptClients(ports, {
      isDryRun,
      tell: (now) => progress.show(label, now.done, now.of, () => `${found}: ${now.deals}`),
    })
    progress.end()
    await printSaid(lang, say(isDryRun ? 'clients_would' : 'clients_adopted', { deals, made, linked, redacted }))
  }).finally(() => progress.end())
}
