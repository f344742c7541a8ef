import { readClientConversation, readDealConversation } from '#channels/usecases/read-conversation'
import { readFiles } from '#usecases/attached/files'
import type { PanelSpec } from '#pages/page.tsx'

import { Stream } from './stream'

/** What channels show on the pages of others: everything that was said about a deal, and with a client. */
export const panels: readonly PanelSpec[] = [
  {
    on: 'deal',
    run: async (ask, id) => {
      const conversation = await readDealConversation(ask.ports, ask, id)
      const { items, answers, mailIn } = conversation
      if (items.every(({ kind }) => kind === 'note') && answers.length === 0 && mailIn === undefined) return null
      const mayAttach = answers.some(({ mail }) => mail === true)
      const files = mayAttach ? await readFiles(ask.ports, { subject: { kind: 'deal', id } }) : []
      const title = mailIn === undefined ? undefined : (await ask.ports.deals.find(id))?.title
      return <Stream ask={ask} conversation={conversation} api={`/deals/${id}/messages`} files={files} title={title} />
    },
  },
  {
    on: 'client',
    run: async (ask, id) => {
      const conversation = await readClientConversation(ask.ports, ask, id)
      if (conversation.items.length === 0) return null
      const [way] = conversation.answers
      return <Stream ask={ask} conversation={conversation} api={`/talks/${way?.talk ?? ''}/messages`} />
    },
  },
]
