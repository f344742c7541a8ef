import Type from 'typebox'

import { instant, prose, shape, words } from '#schemas/shape'

const code = (description: string) => Type.String({ pattern: '^[A-Z]{3}$', description, examples: ['KZT'] })

/** How far the books are in another currency. */
export const currencyChangeStates = ['planned', 'under_way', 'done'] as const

/** Asks for another currency of the company. */
export type ChangeCurrency = Type.Static<typeof ChangeCurrency>
export const ChangeCurrency = shape('ChangeCurrency', {
  currency: code('The currency the company is to reckon in, ISO 4217'),
  rate: Type.String({
    pattern: '^\\d{1,12}(\\.\\d{1,10})?$',
    description: 'Units of the new currency for one unit of the present one, a decimal as text',
    examples: ['5.4'],
  }),
  reason: prose({ maxLength: 500, description: 'Why, for whoever looks at the books later' }),
  dryRun: Type.Optional(Type.Boolean({ description: 'Says what would change, and changes nothing' })),
})

/** What another currency of the company made, or would make, of the books. */
export type CurrencyChange = Type.Static<typeof CurrencyChange>
export const CurrencyChange = shape('CurrencyChange', {
  from: code('The currency before'),
  to: code('The currency since'),
  rate: Type.String({ description: 'Units of the new currency for one unit of the one before' }),
  at: instant('When it was asked for: amounts of before are in the currency before'),
  by: Type.String({ description: 'Who asked for it' }),
  reason: Type.String(),
  state: words(currencyChangeStates, {
    description: 'planned by a dry run; under_way while books are converted; done when all of them are',
  }),
  deals: Type.Integer({ minimum: 0, description: 'Won deals whose books are converted' }),
  targets: Type.Integer({ minimum: 0, description: 'Targets of sums that are converted, recurring ones too' }),
  before: Type.Integer({ description: 'What the won deals come to in minor units of the currency before' }),
  after: Type.Integer({ description: 'What they come to in minor units of the currency since' }),
})

/** Every change of the company’s currency, the newest first. */
export type CurrencyChanges = Type.Static<typeof CurrencyChanges>
export const CurrencyChanges = shape('CurrencyChanges', { changes: Type.Array(CurrencyChange) })
