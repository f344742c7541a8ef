/** What may be loaded from a file that was sent past the API: a register of papers, a statement of the bank. */
export const loadKinds = ['register', 'statement'] as const
