import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'department_in_use.people': ({ name, named }) =>
    `Закрыть отдел «${name}» нельзя: в нём работа${named.length === 1 ? 'ет' : 'ют'} ${listed(named)}. Сначала переведите ${named.length === 1 ? 'этого сотрудника' : 'каждого'} в другой отдел.`,
  'department_in_use.below': ({ name, named }) =>
    `Закрыть отдел «${name}» нельзя: в него вход${named.length === 1 ? 'ит' : 'ят'} ${listed(named.map((one) => `«${one}»`))}. Сначала закройте ${named.length === 1 ? 'его' : 'их'} или выберите для ${named.length === 1 ? 'него' : 'них'} другой отдел выше.`,
  department_closed: ({ name }) =>
    `Отдел «${name}» закрыт, добавить в него никого нельзя. Выберите другой отдел или сначала откройте этот снова.`,
  'department_closed.parent': ({ name, parent }) =>
    `Отдел «${parent}» закрыт, поэтому открытый отдел «${name}» в него входить не может. Выберите другой отдел выше или сначала откройте «${parent}».`,
}

const mostNamed = 3

function listed(named: readonly string[]): string {
  if (named.length > mostNamed) return `${named.slice(0, mostNamed).join(', ')} и ещё ${named.length - mostNamed}`
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((one) => one !== '').join(' и ')
}
