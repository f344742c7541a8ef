/** What a client is. */
export const clientKinds = ['company', 'person'] as const
export type ClientKind = (typeof clientKinds)[number]

/** By what somebody may be found and reached. */
export const wayKinds = ['phone', 'email'] as const
export type WayKind = (typeof wayKinds)[number]
