import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  deal_won: ({ title, people }) => `Сделка «${title}» выиграна, её сумма уже в учёте. ${whoMay(people)}`,
  'deal_won.counts': ({ title, people }) =>
    `Сделка «${title}» выиграна, и то, кому она засчитана, уже в учёте. ${whoMay(people)}`,
  'deal_won.reason': ({ title }) =>
    `Сделка «${title}» выиграна, её сумма уже в учёте. Напишите в «reason», почему она исправляется.`,
}

function whoMay(people: readonly string[]): string {
  if (people.length === 0) {
    return 'Права исправлять учёт нет ни у кого: попросите того, кто ведёт сотрудников, дать его кому-нибудь.'
  }
  return `Исправить это, назвав причину, может только тот, у кого есть право исправлять учёт: ${oneOf(people)}.`
}

function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} или ${names.at(-1)}`
}
