import { padded, type Key, type KeyLine } from '#store/key'

/** What is kept of the rules. */
export const keyLines = [
  { item: 'newest rules', pk: 'CF#', sk: '#', question: 'the version in force, and how far deals have followed it' },
  { item: 'version of the rules', pk: 'CF#', sk: 'V#{version}', question: 'what a version says; it never changes' },
  { item: 'scheduled rules', pk: 'CF#', sk: 'W#{instant}~{hash}', question: 'what is to be published, and when' },
] as const satisfies readonly KeyLine[]

/** The keys of the rules. */
export const keys = {
  rulesPointer: (): Key => ({ pk: 'CF#', sk: '#' }),
  rulesVersion: (version: number): Key => ({ pk: 'CF#', sk: `V#${padded(version)}` }),
  scheduledRules: (id: string): Key => ({ pk: 'CF#', sk: `W#${id}` }),
} as const

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = { rules: (): string => 'CF#' } as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = { rulesVersions: 'V#', scheduledRules: 'W#' } as const
