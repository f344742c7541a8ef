/** What somebody may ask of what is kept of them. */
export const requestKinds = ['access', 'correction', 'erasure', 'objection'] as const
export type RequestKind = (typeof requestKinds)[number]
