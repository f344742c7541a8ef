import { isAtBank } from '#money/usecases/money-rights'
import type { Person } from '#pages/frame.tsx'
import type { NavId, PageAsk } from '#pages/page.tsx'
import type { Model } from '#schemas/model'
import { leadsOthers } from '#usecases/team/read-team'

/** Who the frame of a page is for: their name, and what is in their menu. */
export function personOf(
  { caller, people }: Pick<PageAsk, 'caller' | 'people'>,
  me: PageAsk['me'],
  model: Model,
): Person {
  const department = people.departments[me.department ?? '']?.name
  const isOfMoney = model.bank !== undefined && isAtBank(caller, model.bank, people)
  const may = menuOf(caller, { isOfMoney, hasChannels: model.channels !== undefined })
  return { name: me.name, may, ...(department === undefined ? {} : { department }) }
}

type MenuOf = { readonly isOfMoney: boolean; readonly hasChannels: boolean }

/** What somebody has no use for is not in the menu: the file of rules is for those who edit it, money for whom it names. */
function menuOf({ reach }: PageAsk['caller'], { isOfMoney, hasChannels }: MenuOf): readonly NavId[] {
  const may = (isSo: boolean, id: NavId): readonly NavId[] => (isSo ? [id] : [])
  const isOfCompany = [reach.rules_edit, reach.people_edit, reach.channels_edit, reach.audit_read].includes('all')
  return [
    'myDay',
    ...may(hasChannels, 'unanswered'),
    ...may(leadsOthers({ reach }), 'team'),
    ...may(reach.deals_read !== 'none', 'board'),
    ...may(reach.deals_read !== 'none', 'deals'),
    ...may(reach.clients_read !== 'none', 'clients'),
    ...may(isOfMoney, 'payments'),
    ...may(reach.plan_read !== 'none', 'plan'),
    ...may(reach.deals_read !== 'none' || reach.plan_read !== 'none', 'reports'),
    'playbook',
    ...may(reach.rules_edit === 'all', 'rules'),
    ...may(reach.people_edit === 'all', 'people'),
    ...may(isOfCompany, 'company'),
    ...may(reach.rules_edit === 'all' || reach.people_edit === 'all', 'api'),
  ]
}
