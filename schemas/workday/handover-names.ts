/** What somebody gives over. */
export const handedKinds = ['deal', 'task', 'client', 'key'] as const
export type HandedKind = (typeof handedKinds)[number]

/** How what is given over is split among several: one after another, whoever has the fewest deals, one direction to one person. */
export const handoverSplits = ['turns', 'fewest', 'by_pipeline'] as const
export type HandoverSplit = (typeof handoverSplits)[number]

/** What has become of a thing that is given. */
export const handedStates = ['planned', 'given', 'failed', 'elsewhere', 'returned', 'touched'] as const

/** How far a handover is. */
export const handoverStates = ['planned', 'running', 'done', 'returning', 'returned'] as const
