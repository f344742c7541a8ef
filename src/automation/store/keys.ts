import type { Key, KeyLine } from '#store/key'

/** What is kept of the automation. Its runs are notes on the deal. */
export const keyLines = [
  { item: 'paused rule', pk: 'S#', sk: 'pause#{rule}', question: 'which rules of the automation are stopped' },
] as const satisfies readonly KeyLine[]

/** The keys of the automation. */
export const keys = { pause: (rule: string): Key => ({ pk: 'S#', sk: `pause#${rule}` }) } as const
