/** How far a merge is: what belongs to the loser is being moved, is moved; the same of undoing it. */
export const mergeStates = ['merging', 'merged', 'undoing', 'undone'] as const
export type MergeState = (typeof mergeStates)[number]

/** What two cards may be: one client, or parts of one company. */
export const duplicateKinds = ['same', 'branch'] as const
export type DuplicateKind = (typeof duplicateKinds)[number]

/** What speaks for two cards being one client, or against it. */
export const duplicateReasons = [
  'name',
  'rare_name',
  'other_name',
  'other_form',
  'inn',
  'phone',
  'line',
  'other_phone',
  'email',
  'other_email',
  'site',
  'company',
  'other_company',
  'city',
  'other_city',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]
