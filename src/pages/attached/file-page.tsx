import { addressOfFile } from '#usecases/attached/files'
import { seenDeal } from '#usecases/attached/seen-subject'

import type { PageSpec } from '#pages/page.tsx'

/** The address of a file of a deal: it leads to where its bytes can be read for a minute. */
export const dealFilePage: PageSpec = {
  id: 'deal-file',
  path: '/app/deals/:deal/files/:file',
  right: 'signed_in',
  run: async (ask) => {
    const seen = await seenDeal(ask.ports, ask, ask.params['deal'] ?? '')
    const as = ask.query.get('as') === 'attachment' ? 'attachment' : 'inline'
    const { url } = await addressOfFile(ask.ports, seen, { id: ask.params['file'] ?? '', as })
    return { title: '', body: null, goTo: url }
  },
}
