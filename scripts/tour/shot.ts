import type { Page } from 'playwright-core'

import type { Language } from '#schemas/language-names'

import type { Cast, Look, Role } from './stage'

/** One picture of the tour: a page, who looks at it and how, and the sentence under it. */
export type Shot = {
  readonly name: string
  readonly title: Readonly<Record<Language, string>>
  readonly says: Readonly<Record<Language, string>>
  readonly path: string | ((cast: Cast) => string)
  readonly as: Role | null
  readonly look?: Look
  /** What is done before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>
}

/** How a page looks in a hand. */
export const phone: Look = { width: 390 }
