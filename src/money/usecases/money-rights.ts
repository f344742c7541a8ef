import { isNamed, type Caller } from '#domain/kernel/access'
import { companyHead } from '#domain/kernel/heads'
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
  if (!isTrusted(caller) && !isAtBank(caller, bank, company))
    throw moneyRefusal('forbidden.bank', { role: roleName(model, bank.by) })
  return { model, bank, people: company }
}

/** Whether somebody is who the file names under `bank`: in the role, or the head of the company where it names no role. */
export function isAtBank({ employee, roles }: Caller, { by }: Bank, people: People): boolean {
  return roles.includes(by) || (by === 'owner_manager' && employee !== null && employee === companyHead(people))
}

/** Whether a caller is who the file names `by` for a deal of `owner`. */
export function mayAct(caller: Caller, by: string, owner: string, people: People): boolean {
  return isTrusted(caller) || isNamed(caller, by, owner, people)
}

/** What people call a role. */
export function roleName({ roles }: Model, id: string): string {
  return roles[id]?.name ?? id
}
