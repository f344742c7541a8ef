import { addressCard } from '#channels/domain/address-card'
import type { PageAsk } from '#pages/page.tsx'

import { talkTexts } from './texts/talks'

type Given = {
  readonly ask: PageAsk
  readonly address: string | undefined
  /** What the deal is called whose address it is. */
  readonly deal?: string | undefined
}

/** The address by which whoever stays in their own mail program puts mails with a client, or on a deal. */
export function MailIn({ ask, address, deal }: Given) {
  const t = talkTexts[ask.language]
  if (address === undefined) return null
  return (
    <details>
      <summary class="small quiet">{t.mailIn}</summary>
      <p class="small">{deal === undefined ? t.mailInClient : t.mailInDeal}</p>
      <label class="field">
        <span class="hidden">{t.mailIn}</span>
        <input readonly value={address} />
      </label>
      <a
        class="small"
        download={deal === undefined ? 'norma.vcf' : 'norma-deal.vcf'}
        href={`data:text/vcard;charset=utf-8,${encodeURIComponent(addressCard(t.mailInName(deal), address))}`}
      >
        {t.mailInCard}
      </a>
    </details>
  )
}
