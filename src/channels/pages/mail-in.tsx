import type { PageAsk } from '#pages/page.tsx'

import { talkTexts } from './texts/talks'

type Given = { readonly ask: PageAsk; readonly address: string | undefined; readonly isOfDeal?: boolean }

/** The address by which whoever stays in their own mail program puts mails with a client, or on a deal. */
export function MailIn({ ask, address, isOfDeal = false }: Given) {
  const t = talkTexts[ask.language]
  if (address === undefined) return null
  return (
    <details>
      <summary class="small quiet">{t.mailIn}</summary>
      <p class="small">{isOfDeal ? t.mailInDeal : t.mailInClient}</p>
      <label class="field">
        <span class="hidden">{t.mailIn}</span>
        <input readonly value={address} />
      </label>
    </details>
  )
}
