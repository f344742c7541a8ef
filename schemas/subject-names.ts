/** What events and tasks hang on. Every kind has versions of its own, so that one never fights another's. */
export const subjectKinds = [
  'deal',
  'client',
  'company',
  'talk',
  'document',
  'invoice',
  'payment',
  'arrival',
  'message',
  'exchange',
  'load',
  'request',
] as const
export type SubjectKind = (typeof subjectKinds)[number]
