import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  rule_unknown: ({ id, known }) =>
    `В «automation» нет правила «${id}». ${known.length === 0 ? 'Пока нет ни одного.' : `Есть: ${known.join(', ')}.`}`,
  'forbidden.automation': 'Останавливать и запускать правила может только тот, у кого есть право «rules_edit».',
}
