/** What somebody may ask of what is kept of them. */
export const requestKinds = ['access', 'correction', 'erasure', 'objection'] as const
export type RequestKind = (typeof requestKinds)[number]

/** How somebody has asked. */
export const requestWays = ['letter', 'mail', 'call', 'in_person', 'other'] as const

/** What has become of a request. */
export const requestStates = ['open', 'done', 'refused'] as const

/** By which act a request was answered. */
export const requestActs = ['package', 'erasure', 'restriction', 'correction', 'revocation'] as const
export type RequestAct = (typeof requestActs)[number]

/** Lines of the rules by which clients are kept, and erased then. */
export const keepLines = ['contract', 'lost', 'no_consent'] as const
export type KeepLine = (typeof keepLines)[number]
