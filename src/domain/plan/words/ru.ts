import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'
import type { Scope } from './values'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'period_unknown.year': ({ year }) => `«${year}» – не год. План ставят на год: напишите, например, 2026.`,
  'period_unknown.kind': ({ period, example }) => `«${period}» – не тот период. Напишите, например, ${example}.`,
  'field_value.month_running': ({ month, current }) =>
    `Месяц ${month} ещё не закончился: закрыть можно только месяц раньше ${current}.`,
  'period_unknown.order': ({ from, to }) => `План не может действовать с ${from} по ${to}: конец раньше начала.`,
  'target_scope.amount': ({ value }) => `Поставить план ${value} нельзя. Напишите целое число копеек, 0 или больше.`,
  'target_scope.count': ({ value }) =>
    `Поставить план ${value} нельзя. Напишите целое число сделок или задач, 0 или больше.`,
  'target_scope.company': ({ id }) => `У плана компании id пустой, а прислано «${id}».`,
  'target_scope.axis': ({ id, known }) =>
    `Такого разреза нет: «${id}». ${known.length === 0 ? 'Пока нет ни одного.' : `Есть: ${known.join(', ')}.`}`,
  'target_scope.pair': ({ id }) =>
    `«${id}» – не сотрудник в направлении. Напишите сотрудник/направление, например anna.petrova/b2b_new.`,
  'target_scope.twice': ({ name }) => `План «${name}» назван дважды. Назовите каждый один раз.`,
  'target_scope.cell_twice': 'Эта ячейка названа дважды. Засчитана первая.',
  'department_unknown.target': ({ id, known }) => `Отдела «${id}» нет${listed(known)}`,
  'employee_unknown.target': ({ id }) => `Сотрудника «${id}» нет. Напишите идентификатор из списка сотрудников.`,
  'pipeline_unknown.target': ({ id, known }) => `Направления «${id}» нет${listed(known)}`,
  'version_conflict.target':
    'Этот план за это время поставил кто-то другой. Посмотрите, какой он сейчас, и поставьте снова.',
  'version_conflict.plan_currency': ({ from, to }) =>
    `План пересчитывается из ${from} в ${to}. Поставьте план ещё раз через несколько минут.`,
  'precondition_failed.plan':
    'Один из этих планов тем временем поставил кто-то другой. Откройте план снова и поставьте то, что ещё отличается.',
  'forbidden.set_plan': ({ scope, id }) => `Вы не можете ставить план ${whose[scope](id)}.`,
  nothing_set: 'Ничего не поставлено.',
  'forbidden.company_plan': 'План компании вам не виден.',
  'forbidden.plan_of': ({ id }) => `План «${id}» вам не виден.`,
  'forbidden.any_plan': 'Планы вам не видны. Попросите право plan_read.',
  'forbidden.whole_plan': ({ by }) =>
    `План всей компании вам не виден, поэтому и разбивка по ${by}. Спросите по сотруднику или отделу, или попросите право plan_read: all.`,
}

const whose: Readonly<Record<Scope, (id: string) => string>> = {
  company: () => 'компании',
  department: (id) => `отдела «${id}»`,
  employee: (id) => `сотрудника «${id}»`,
  pipeline: (id) => `направления «${id}»`,
  axis: (id) => `разреза «${id}»`,
  employee_pipeline: (id) => `сотрудника в направлении «${id}»`,
}

function listed(known: readonly string[]): string {
  return known.length === 0 ? ': пока нет ни одного.' : `. Есть: ${known.join(', ')}.`
}
