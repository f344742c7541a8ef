import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused to whoever closes a department, opens it again, or puts somebody into a closed one. */
export const {
  refusal: departmentsRefusal,
  saying: departmentsSaying,
  refusalOf: departmentsRefusalOf,
} = refusalsOf(en, async () => (await import('./ru')).ru)
