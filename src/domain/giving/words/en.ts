import { rightNamesEn } from '#domain/people/words/right-names-en'
import type { RightKind } from '#schemas/people-names'

type Lack = { readonly name: string; readonly right: RightKind }

/** Why somebody is not given what they could not work with, in English, by code. */
export const en = {
  'employee_lacks_right.deal': ({ name, right }: Lack) =>
    `${name} could not manage a deal: they do not have the right “${rightNamesEn[right]}”. Give it to them on their page under People, or choose somebody else.`,
  'employee_lacks_right.client': ({ name, right }: Lack) =>
    `${name} could not see a client of their own: they do not have the right “${rightNamesEn[right]}”. Give it to them on their page under People, or choose somebody else.`,
} as const
