import Type from 'typebox'

import { languages } from './language-names'
import { line, shape, words } from './shape'

const email = Type.Optional(line({ minLength: 0, maxLength: 254, description: 'By which they are known' }))

/** What a new company says about itself. */
export type SetUpCompany = Type.Static<typeof SetUpCompany>
export const SetUpCompany = shape('SetUpCompany', {
  company: line({ maxLength: 200, description: 'What it is called', examples: ['Aurora'] }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217', examples: ['RUB'] }),
  zone: line({ maxLength: 64, description: 'Time zone of the IANA list', examples: ['Europe/Moscow'] }),
  language: words(languages, { description: 'What the first rules are written in' }),
  rules: words(['kept', 'first'], {
    description: 'kept: the rules that are in force, in this zone; first: a first file of its own, in this language',
  }),
  name: line({ maxLength: 200, description: 'Name of whoever sets it up', examples: ['Anna Petrova'] }),
  email,
})

/** What the company is now. */
export type CompanySetUp = Type.Static<typeof CompanySetUp>
export const CompanySetUp = shape('CompanySetUp', {
  company: Type.String(),
  rules: Type.Integer({ description: 'Version of the rules in force' }),
})

/** The first people of a new company, as far as they are known. */
export type FirstPeople = Type.Static<typeof FirstPeople>
export const FirstPeople = shape('FirstPeople', {
  people: Type.Optional(
    Type.Array(
      shape('FirstPerson', {
        name: line({ maxLength: 200, examples: ['Ivan Kotov'] }),
        email,
        roles: Type.Optional(
          Type.Array(line({ maxLength: 60 }), { maxItems: 50, description: 'Role ids of pipelines.yaml' }),
        ),
      }),
      { maxItems: 50 },
    ),
  ),
})
