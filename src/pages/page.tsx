import type { Sentences } from '#domain/kernel/saying'
import type { Child } from 'hono/jsx'

import type { Asker } from '#http/who-asks'
import type { Operation } from '#http/operation'
import type { Ports } from '#ports/ports'
import type { Language } from '#schemas/language-names'
import type { Employee } from '#schemas/people'

import type { PageFormat } from './page-format'

/** The entries of the main menu. */
export const navIds = [
  'myDay',
  'team',
  'unanswered',
  'board',
  'deals',
  'clients',
  'payments',
  'plan',
  'reports',
  'playbook',
  'rules',
  'people',
  'company',
  'api',
] as const
export type NavId = (typeof navIds)[number]

/** What a page is asked: who asks is known and may come in, whose rows they see is for the use cases to say. */
export type PageAsk = Asker & {
  readonly ports: Ports
  readonly me: Employee
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly now: string
  /** The company’s time zone and currency. */
  readonly zone: string
  readonly currency: string
  readonly language: Language
  readonly format: PageFormat
  /** The Russian of every sentence there is, for what was kept by keys. */
  readonly russian: () => Promise<Sentences>
  /** What rooms show of a deal or a client on the pages of others, in the order of the rooms. */
  readonly panels: (on: PanelSpec['on'], id: string) => Promise<readonly Child[]>
  /** The description of the API, as `/openapi.json` gives it. */
  readonly openApi: () => Promise<unknown>
  /** Where the pages are: `https://norma.example`. */
  readonly origin: string
  /** Where the page is, without the host. */
  readonly path: string
  /** For the rare library that makes a style element: the nonce that lets it, where the page says `styles`. */
  readonly nonce: string
  /** The session of whoever asks; none where they came with a token of a program. */
  readonly session: string | undefined
}

/** A key of the page and what it does, for the list that `?` opens. */
export type Shortcut = { readonly keys: string; readonly does: string }

/** What a page shows. `aside` stands outside of what is refreshed while others change things. */
export type PageView = {
  readonly title: string
  readonly body: Child
  readonly aside?: Child
  readonly shortcuts?: readonly Shortcut[]
  /** Shows this address instead. */
  readonly goTo?: string
  /** Whether the page takes the whole width, as a board does. */
  readonly isWide?: boolean
}

/** One page, as it is declared. */
export type PageSpec = {
  readonly id: string
  /** `/app/deals/:deal`: a path as Hono writes it. */
  readonly path: string
  readonly nav?: NavId
  /** The right without which nobody comes in; `signed_in` where the use cases look at rows only. */
  readonly right: Exclude<Operation['right'], 'public'>
  /** The script of the page beside the one all pages have: `src/browser/entries/<script>.ts`. */
  readonly script?: string
  /** What the script lets work beside the page: `src/browser/entries/<worker>.ts`, whose address is `document.body.dataset.worker`. */
  readonly worker?: string
  /** Whether what others change appears by itself. */
  readonly isLive?: boolean
  /** Whether a library of the page makes style elements: they are let in by a nonce. */
  readonly hasStyles?: boolean
  readonly run: (ask: PageAsk) => Promise<PageView>
}

/** A piece of a page that a script asks for, such as the inside of a dialog. */
export type PieceSpec = {
  readonly id: string
  readonly path: string
  readonly right: PageSpec['right']
  readonly run: (ask: PageAsk) => Promise<Child>
}

/** What a room shows on the page of a deal or a client; null where it has nothing to show. */
export type PanelSpec = {
  readonly on: 'deal' | 'client'
  readonly run: (ask: PageAsk, id: string) => Promise<Child>
}
