import type { Child } from 'hono/jsx'

import type { Notice } from '#schemas/notice'
import type { NoticeKind } from '#schemas/notice-names'
import { dealAddress } from './links'

/** The page of what a notice is about, where that is no deal, webhook, file or connection. */
const pages: Partial<Record<NoticeKind, string>> = {
  plan_behind: '/app/plan',
  team_week: '/app/team',
  channel_failed: '/app/notifications',
  publish_failed: '/app/editor/versions',
  clients_over: '/app/company/personal-data',
  key_ends: '/app/keys',
  key_unused: '/app/keys',
  key_left: '/app/keys',
  exchange_silent: '/app/company/one-c',
}

/** The title of a notice: a link to what it is about, where a page is about that. */
export function NoticeTitle({ notice, children }: { readonly notice: Notice; readonly children: Child }) {
  const address = noticeAddress(notice)
  return address === undefined ? <span>{children}</span> : <a href={address}>{children}</a>
}

function noticeAddress({ kind, deal, webhook, integration, load }: Notice): string | undefined {
  if (deal !== undefined) return dealAddress(deal.id)
  if (webhook !== undefined) return `/app/company/webhooks/${encodeURIComponent(webhook.id)}`
  if (load !== undefined) return load.what === 'statement' ? '/app/payments' : '/app/register'
  if (kind === 'integration_silent' && integration !== undefined) {
    return `/app/company/integrations/${encodeURIComponent(integration.id)}`
  }
  return pages[kind]
}
