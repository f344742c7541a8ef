import { ownSignIn } from '#entry/pages/own-sign-in.tsx'
import type { LettingIn } from '#entry/pages/letting-in'
import { lettingIn } from '#local/let-in'
import { openIssuer, audience } from '#local/issuer'
import { tokenVerifier } from '#http/tokens'
import type { Ports } from '#ports/ports'
import { pagesOn, type PagesDoor } from '#test/pages/support'
import { aWorld, type World } from '#test/support/world'
import type { TestEngine } from '#test/support/engine'

/** The pages of a company in which people come in by links, and what they come in with. */
export type EntryScene = {
  readonly world: World & { readonly ports: Ports }
  readonly ask: PagesDoor
  readonly letIn: LettingIn
  /** Opens a page, or sends a form, as a browser with this session. */
  readonly as: (session: string, path: string, form?: Record<string, string>) => Promise<Response>
}

export const goodPassword = 'кофейник едет в Тверь'

/** Makes it over a folder that holds the key tokens are signed with. */
export async function anEntryScene(engine: TestEngine, folder: string): Promise<EntryScene> {
  const made = await aWorld(engine)
  const world = { ...made, ports: { ...made.ports, ways: { by: 'link' as const } } }
  const nowMs = () => Date.parse(world.ports.clock.now())
  const issuer = await openIssuer(folder, nowMs)
  const letIn = lettingIn(
    world.ports,
    issuer,
    tokenVerifier({ issuer: issuer.issuer, audience, jwks: issuer.jwks, nowMs }),
  )
  const ask = pagesOn(world, {
    verifyToken: letIn.verifyToken,
    signIn: ownSignIn({ ...letIn, ports: world.ports }),
  })
  return {
    world,
    ask,
    letIn,
    as: (session, path, form) =>
      ask(path, {
        headers: { cookie: `norma_session=${session}`, 'sec-fetch-site': 'same-origin' },
        ...(form === undefined ? {} : { form }),
      }),
  }
}

/** The session that an answer begins; empty where it begins none. */
export function sessionIn(answer: Response): string {
  const found = answer.headers
    .getSetCookie()
    .find((one) => one.startsWith('norma_session=') && !one.includes('Max-Age=0'))
  return found?.split(';')[0]?.slice('norma_session='.length) ?? ''
}
