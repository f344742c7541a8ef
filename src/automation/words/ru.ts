import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  rule_unknown: ({ id, known }) =>
    `В «automation» нет правила «${id}». ${known.length === 0 ? 'Пока нет ни одного.' : `Есть: ${known.join(', ')}.`}`,
  step_there_already: ({ stage }) => `Сделка уже на этапе «${stage}».`,
  step_no_task: ({ task }) => `У сделки нет задачи «${task}», которую можно было бы выполнить сейчас.`,
  step_done_already: 'Это уже было сделано.',
  step_after_stop: 'Остановлено действие перед этим.',
  run_too_deep: ({ steps }) => `К этому привели автоматические шаги (их было ${steps}): правила запускают друг друга.`,
  run_paused: ({ reason }) => `Правило на паузе: ${reason}`,
  'forbidden.automation': 'Останавливать и запускать правила может только тот, у кого есть право публиковать правила.',
}
