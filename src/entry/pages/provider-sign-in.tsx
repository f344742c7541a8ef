import type { Context } from 'hono'

import { employeeBehind } from '#entry/usecases/employee-behind'
import { readInvitation } from '#entry/usecases/invite-employee'
import { oidcSignIn, type OidcSettings } from '#pages/oidc-sign-in.tsx'
import type { PageView } from '#pages/page.tsx'
import { languageOf } from '#pages/session.tsx'
import type { SignIn } from '#pages/sign-in.tsx'

import { firstPage, letIn, type OwnSignInParts } from './letting-in'
import { entryTexts } from './texts/sign-in'

/** Signs people in by the company's provider, into sessions of our own. */
export function providerSignIn(parts: OwnSignInParts, settings: OidcSettings): SignIn {
  const provider = oidcSignIn({
    ...settings,
    admit: async (context, account, { invitation, back }) => {
      const { id } = await employeeBehind(parts.ports, account, invitation)
      await letIn(context, parts, id, 'provider')
      return firstPage(parts, id, back)
    },
  })
  return {
    end: parts.end,
    addTo: (app, show, tell) => {
      provider.addTo(app, show, tell)
      app.get('/app/invitation/:code', async (context) => show(context, await welcomeView(context, parts)))
    },
  }
}

async function welcomeView(context: Context, { ports }: OwnSignInParts): Promise<PageView> {
  const t = entryTexts[languageOf(context)]
  const code = context.req.param('code') ?? ''
  const { name } = await readInvitation(ports, code)
  const title = t.welcome({ name })
  return {
    title,
    body: (
      <section class="card notice-page">
        <h1>{title}</h1>
        <p class="quiet">{t.byProvider}</p>
        <p>
          <a class="button" href={`/app/sign-in/start?invitation=${encodeURIComponent(code)}`}>
            {t.withProvider}
          </a>
        </p>
      </section>
    ),
  }
}
