import Type from 'typebox'

import { instant, shape, words } from './shape'

/** How somebody came in. */
export const waysIn = ['password', 'passkey', 'link', 'provider', 'picker'] as const
export type WayIn = (typeof waysIn)[number]

/** Asks for a link; there is nothing to say about it. */
export type InviteEmployee = Type.Static<typeof InviteEmployee>
export const InviteEmployee = shape('InviteEmployee', {})

/** A link by which somebody comes in for the first time, or anew when they have lost their way in. */
export type Invitation = Type.Static<typeof Invitation>
export const Invitation = shape('Invitation', {
  employee: Type.String({ description: 'Who is invited' }),
  path: Type.String({
    description: 'Where the link leads, on the host of the pages; shown this once, good once',
    examples: ['/app/invitation/anna.petrova~4fJx0qk0Yl3m7b2nQp8sVw'],
  }),
  expiresAt: instant('Until when it is good'),
})

/** A browser in which somebody is signed in. */
export type Session = Type.Static<typeof Session>
export const Session = shape('Session', {
  id: Type.String({ examples: ['0qk0Yl3m7b2nQp8sVwXy1A'] }),
  employee: Type.String({ description: 'Who is signed in' }),
  by: words(waysIn, { description: 'How they came in' }),
  device: Type.String({ description: 'Browser and system, as far as they say' }),
  at: instant('When they signed in'),
  seenAt: instant('When it was last used, to a quarter of an hour'),
  expiresAt: instant('When it ends by itself'),
})

export type SessionList = Type.Static<typeof SessionList>
export const SessionList = shape('SessionList', { items: Type.Array(Session) })

export type SessionsEnded = Type.Static<typeof SessionsEnded>
export const SessionsEnded = shape('SessionsEnded', {
  ended: Type.Integer({ minimum: 0, description: 'How many sessions were ended' }),
})

export type PasskeyRemoved = Type.Static<typeof PasskeyRemoved>
export const PasskeyRemoved = shape('PasskeyRemoved', { removed: Type.String({ description: 'Id of the passkey' }) })
