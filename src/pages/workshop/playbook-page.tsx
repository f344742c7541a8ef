import { raw } from 'hono/html'

import { DoorFault } from '#http/door-fault'

import type { PageAsk, PageSpec, PageView } from '#pages/page.tsx'
import { playbookTexts } from './texts/playbook'

/** The address of a page of the playbook, and of a place on it. */
export function playbookAddress({ page, anchor }: { readonly page: string; readonly anchor?: string }): string {
  const place = anchor === undefined ? '' : `#${anchor}`
  return `${page === home ? '/app/playbook' : `/app/playbook/${page}`}${place}`
}

const home = 'index'

/** The playbook, written from the rules in force: how each direction sells, and what each role owes. */
export const playbookHomePage: PageSpec = {
  id: 'playbook',
  path: '/app/playbook',
  nav: 'playbook',
  right: 'signed_in',
  run: async (ask) => view(ask, home),
}

/** One page of the playbook: a direction, a role, or what holds for all of them. */
export const playbookPartPage: PageSpec = {
  id: 'playbook-part',
  path: '/app/playbook/:page',
  nav: 'playbook',
  right: 'signed_in',
  run: async (ask) => view(ask, ask.params['page'] ?? home),
}

async function view(ask: PageAsk, slug: string): Promise<PageView> {
  const t = playbookTexts[ask.language]
  // Loaded when somebody reads it: most requests have nothing to do with the playbook.
  const { playbookPage } = await import('#playbook/playbook')
  const { model, at } = await ask.ports.rules.current()
  const page = playbookPage(model, ask.language, { slug, address: playbookAddress })
  if (page === undefined) throw new DoorFault('not_found', t.unknown(slug))
  const mine = ask.me.roles.filter((role) => model.roles[role] !== undefined)
  return {
    title: page.title,
    body: (
      <article class="playbook">
        <nav class="playbook-places" aria-label={t.places}>
          {slug === home ? null : <a href={playbookAddress({ page: home })}>{t.all}</a>}
          {mine.map((role) => (
            <a href={playbookAddress({ page: `role-${role}` })}>
              {t.yours}: {model.roles[role]?.name ?? role}
            </a>
          ))}
          <span>{t.since(ask.format.moment(at))}</span>
        </nav>
        {raw(page.html)}
      </article>
    ),
  }
}
