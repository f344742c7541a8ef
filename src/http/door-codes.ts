/** What only the door itself can find wrong. Each has a row in `problem.ts`. */
export const doorCodes = [
  'not_found',
  'method_not_allowed',
  'media_type',
  'too_large',
  'malformed_json',
  'invalid_input',
  'misdirected',
  'too_many_requests',
  'overloaded',
  'unavailable',
  'internal',
] as const
export type DoorCode = (typeof doorCodes)[number]
