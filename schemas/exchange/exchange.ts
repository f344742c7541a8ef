import Type from 'typebox'

import { day, instant, line, nullable, shape, words } from '#schemas/shape'

const baseId = (description: string) => Type.String({ description, examples: ['1c-4f7a90c2'] })

/** How an exchange stands: nothing came yet, it works, the last session failed, none has ended well for a working day. */
export const exchangeLamps = ['never', 'works', 'fails', 'silent'] as const
export type ExchangeLamp = (typeof exchangeLamps)[number]

/** A base of 1C that exchanges with us, without its password. */
export type OneCBase = Type.Static<typeof OneCBase>
export const OneCBase = shape('OneCBase', {
  id: baseId('Its login, too'),
  name: line({ minLength: 1, maxLength: 100, description: 'What people call it', examples: ['УТ, основная'] }),
  seller: nullable(Type.String({ description: 'The legal entity whose invoices it gets; null for all' })),
  from: day('Invoices issued on or after this day are sent'),
  lamp: words(exchangeLamps, { description: 'silent: no session has ended well for a working day' }),
  lastSuccessAt: nullable(instant('When a session ended well last')),
  createdAt: instant('When it was connected'),
  createdBy: Type.String(),
})

/** Asks for a base of 1C to be let in. */
export type CreateOneCBase = Type.Static<typeof CreateOneCBase>
export const CreateOneCBase = shape('CreateOneCBase', {
  name: line({ minLength: 1, maxLength: 100, description: 'What people call it', examples: ['УТ, основная'] }),
  seller: Type.Optional(
    line({ maxLength: 64, description: 'The legal entity whose invoices it gets; all where absent' }),
  ),
  from: Type.Optional(day('Invoices issued on or after this day are sent; those from today where absent')),
})

/** A base with its password; this answer alone ever shows it. */
export type OneCBaseWithPassword = Type.Static<typeof OneCBaseWithPassword>
export const OneCBaseWithPassword = shape('OneCBaseWithPassword', {
  base: OneCBase,
  password: Type.String({ description: 'What 1C signs in with, beside the login' }),
  instruction: Type.String({ description: 'What to enter in 1C, line by line' }),
})

/** Asks for a new password; the old one is good no longer. */
export const ChangeOneCPassword = shape('ChangeOneCPassword', {})

export const OneCBaseList = shape('OneCBaseList', { items: Type.Array(OneCBase) })
export const OneCBaseRemoved = shape('OneCBaseRemoved', { removed: baseId('The base that is let in no longer') })

/** Something that was told of a session. */
export const OneCNote = shape('OneCNote', {
  weight: words(['fault', 'warning'], { description: 'fault: something was not taken; warning: it was' }),
  text: Type.String(),
})

/** One session: what was sent, received and refused. */
export type OneCSession = Type.Static<typeof OneCSession>
export const OneCSession = shape('OneCSession', {
  id: Type.String(),
  startedAt: instant('When it began'),
  lastAt: instant('When something came last'),
  state: words(['open', 'done', 'failed'], { description: 'done: 1C has said that it has everything' }),
  offered: Type.Integer({ description: 'Invoices handed out' }),
  sent: Type.Integer({ description: 'Those of which 1C has said that it has them' }),
  received: Type.Integer({ description: 'Documents that came' }),
  booked: Type.Integer({ description: 'Payments booked by the word of 1C' }),
  refused: Type.Integer({ description: 'Documents that were not taken' }),
  notes: Type.Array(OneCNote),
  notesLeftOut: Type.Integer({ description: 'Notes behind these that are not kept' }),
})
export const OneCSessionList = shape('OneCSessionList', {
  items: Type.Array(OneCSession, { description: 'The last fifty, the newest first' }),
})
