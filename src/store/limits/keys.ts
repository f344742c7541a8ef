import type { Key, KeyLine } from '#store/key'

/** What is kept of how much somebody asks. */
export const keyLines = [
  {
    item: 'requests of a minute',
    pk: 'RL#{who}',
    sk: '{minute}',
    question: 'how many units of the limit have been handed out to processes; gone after two minutes',
  },
] as const satisfies readonly KeyLine[]

/** The keys of how much somebody asks. */
export const keys = {
  minute: (who: string, minute: number): Key => ({ pk: `RL#${who}`, sk: String(minute) }),
} as const
