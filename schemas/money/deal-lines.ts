import Type from 'typebox'

import { line, nullable, shape } from '#schemas/shape'
import { InvoiceLine } from './money'

const kopecks = (description: string) => Type.Integer({ description: `${description}, in kopecks` })

/** A line of a deal as it is shown. */
export type ShownLine = Type.Static<typeof ShownLine>
export const ShownLine = shape('ShownLine', {
  name: Type.String({ description: 'What is sold' }),
  quantity: Type.Number({ description: 'How much of it' }),
  unit: Type.String({ description: 'In which unit' }),
  priceKopecks: kopecks('The price of one, VAT inside'),
  vatPercent: nullable(Type.Number({ description: 'The rate of VAT inside; null without VAT' })),
  isOwnRate: Type.Boolean({
    description: 'Whether the line says its rate itself; else it is that of our legal entity',
  }),
  kopecks: kopecks('What the line comes to'),
  vatKopecks: nullable(kopecks('VAT inside')),
})

/** What a deal sells, line by line. */
export type ShownLines = Type.Static<typeof ShownLines>
export const ShownLines = shape('ShownLines', {
  dealId: Type.String({ description: 'Deal' }),
  version: Type.Integer({ minimum: 1, description: 'Version of the deal; the ETag' }),
  title: Type.String({ description: 'Title of the deal: the name of its one line while it has none' }),
  items: Type.Array(ShownLine, { description: 'None while the amount of the deal is written by hand' }),
  kopecks: kopecks('What they come to: the amount of the deal'),
  vatKopecks: nullable(kopecks('VAT inside; null without VAT')),
})

/** A line of a deal as somebody enters it. */
export type SetLine = Type.Static<typeof SetLine>
export const SetLine = shape('SetLine', {
  ...Type.Omit(InvoiceLine, ['quantity', 'unit']).properties,
  quantity: Type.Optional(
    Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000_000, description: 'How much of it; 1 where absent' }),
  ),
  unit: Type.Optional(line({ maxLength: 20, description: 'In which unit; шт. where absent', examples: ['шт.'] })),
})

/** Asks for the lines of a deal to be these. Their sum becomes its amount. */
export type SetLines = Type.Static<typeof SetLines>
export const SetLines = shape('SetLines', {
  items: Type.Array(SetLine, {
    maxItems: 500,
    description: 'All of them, in order; none to write the amount by hand again, which stays as it is',
  }),
  reason: Type.Optional(
    line({ maxLength: 500, description: 'Why; needed where it corrects the amount of a won deal' }),
  ),
})
