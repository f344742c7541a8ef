import { companyHead, isNamed, type Caller } from '#domain/kernel/access'
import { isTrusted } from '#domain/deals/task-rights'
import { moneyRefusal } from '#money/words/money-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Bank, Model } from '#schemas/model'

/** The rules of money in force, and who works here. */
export type BankScene = { readonly model: Model; readonly bank: Bank; readonly people: People }

/** Lets in who the file names under `bank`; refuses others, and everybody where the file has no such section. */
export async function openBank({ rules, people }: Pick<Ports, 'rules' | 'people'>, caller: Caller): Promise<BankScene> {
  const [{ model }, company] = await Promise.all([rules.current(), people.load()])
  const { bank } = model
  if (bank === undefined) throw moneyRefusal('money_unset.bank')
  const isHead = bank.by === 'owner_manager' && caller.employee !== null && caller.employee === companyHead(company)
  if (!isTrusted(caller) && !isHead && !caller.roles.includes(bank.by))
    throw moneyRefusal('forbidden.bank', { role: roleName(model, bank.by) })
  return { model, bank, people: company }
}

/** Whether a caller is who the file names `by` for a deal of `owner`. */
export function mayAct(caller: Caller, by: string, owner: string, people: People): boolean {
  return isTrusted(caller) || isNamed(caller, by, owner, people)
}

/** What people call a role. */
export function roleName({ roles }: Model, id: string): string {
  return roles[id]?.name ?? id
}
