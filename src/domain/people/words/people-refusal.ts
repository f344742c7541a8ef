import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of employees, departments and settings. */
export const { refusal: peopleRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
