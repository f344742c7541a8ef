import { Refusal } from '#domain/kernel/refusal'
import { operationDoors } from '#product/lists/operation-doors'
import { createApp } from '#http/app'
import type { VerifyToken } from '#http/tokens'
import { createPages, type PagesParts } from '#product/pages-app.tsx'
import type { Assets } from '#pages/assets.tsx'
import { localSignIn } from '#pages/local-sign-in.tsx'
import { openApi } from '#test/support/contract'
import type { World } from '#test/support/world'

/** What a browser asks for; `as` is who is signed in there. */
export type Asked = {
  readonly as?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
}

/** The pages over a world, asked as a browser would. */
export type PagesDoor = (path: string, asked?: Asked) => Promise<Response>

export const host = 'http://norma.test'

/** Any name is a token here: what is checked is what pages make of it. */
export const namesAsTokens: VerifyToken = (token) => {
  const name = /^token-([\w.]+)$/.exec(token)?.[1]
  return name === undefined ? Promise.reject(new Refusal('unauthenticated', 'Bad token.')) : Promise.resolve(name)
}

export const someAssets: Assets = {
  manifest: () =>
    Promise.resolve({
      app: { file: 'app-1.js', loads: ['part-1.js'] },
      style: { file: 'style-1.css', loads: [] },
    }),
  read: (name) => Promise.resolve(name === 'app-1.js' ? new TextEncoder().encode('let a') : undefined),
}

/** Opens the pages on a world, with the API behind them. */
export function pagesOn(world: Pick<World, 'ports'>, more: Partial<PagesParts> = {}): PagesDoor {
  const { ports } = world
  const api = createApp({
    ports,
    doors: operationDoors,
    openApi: () => Promise.resolve(openApi as never),
    verifyToken: namesAsTokens,
    cursorSecret: 'a secret of the tests',
  })
  const pages = createPages({
    ports,
    verifyToken: namesAsTokens,
    askApi: async (request) => api.fetch(request),
    assets: someAssets,
    signIn: localSignIn(ports, (employee) => Promise.resolve(`token-${employee}`)),
    ...more,
  })
  return async (path, { as, method, headers = {}, form, json } = {}) => {
    const body =
      form === undefined ? (json === undefined ? undefined : JSON.stringify(json)) : new URLSearchParams(form)
    const asked = new Request(path.startsWith('https:') ? path : host + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(as === undefined ? {} : { cookie: `norma_session=token-${as}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json', 'content-length': '2' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    return pages.fetch(asked)
  }
}

/** From our own page, as browsers say it. */
export const fromHere = { 'sec-fetch-site': 'same-origin' } as const
