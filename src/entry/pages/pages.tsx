import type { PageSpec } from '#pages/page.tsx'
import { accountPage } from './account-page'
import { keysPage } from './keys-page'
import { peoplePage } from './people-page'
import { personPage } from './person-page'

/** The pages of who works here and how they come in. */
export const pages: readonly PageSpec[] = [accountPage, keysPage, peoplePage, personPage]
