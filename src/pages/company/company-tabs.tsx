import type { PageAsk } from '#pages/page.tsx'
import { companyTexts, type CompanyTexts } from './texts/company'

/** The pages about the company itself: which there are, where, and for whom. Whoever adds one adds a line. */
const tabs = [
  { id: 'company', address: '/app/company', right: 'rules_edit' },
  { id: 'webhooks', address: '/app/company/webhooks', right: 'rules_edit' },
  { id: 'keys', address: '/app/keys', right: 'people_edit' },
  { id: 'automation', address: '/app/automation', right: 'rules_edit' },
  { id: 'integrations', address: '/app/company/integrations', right: 'channels_edit' },
  { id: 'oneC', address: '/app/company/one-c', right: 'channels_edit' },
  { id: 'personalData', address: '/app/company/personal-data', right: 'people_edit' },
  { id: 'exports', address: '/app/company/exports', right: 'audit_read' },
] as const satisfies readonly {
  readonly id: keyof CompanyTexts['tabs']
  readonly address: string
  readonly right: keyof PageAsk['caller']['reach']
}[]

/** The ways between the pages about the company that somebody may open. */
export function CompanyTabs({ ask, now }: { readonly ask: PageAsk; readonly now: (typeof tabs)[number]['id'] }) {
  const t = companyTexts[ask.language]
  return (
    <nav class="tabs company-tabs" aria-label={t.pages}>
      {tabs
        .filter(({ right }) => ask.caller.reach[right] === 'all')
        .map(({ id, address }) => (
          <a href={address} aria-current={id === now ? 'page' : undefined}>
            {t.tabs[id]}
          </a>
        ))}
    </nav>
  )
}

/** Where the pages about the company begin for somebody; undefined where none is for them. */
export function firstCompanyPage({ reach }: PageAsk['caller']): string | undefined {
  return tabs.find(({ right }) => reach[right] === 'all')?.address
}
