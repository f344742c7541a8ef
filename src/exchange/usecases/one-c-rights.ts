import { exchangeRefusal } from '#exchange/words/exchange-refusal'
import type { Caller } from '#domain/kernel/access'
import { companyHead } from '#domain/kernel/heads'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeptBase } from '#schemas/exchange/kept-exchange'
import type { Model } from '#schemas/model'

/** The rules in force, for whoever may look after the exchange with 1C. */
export type OneCScene = { readonly model: Model }

/** Lets in who may decide what is connected, and who looks after payments; refuses others. */
export async function openOneC({ rules, people }: Pick<Ports, 'rules' | 'people'>, caller: Caller): Promise<OneCScene> {
  const [{ model }, company] = await Promise.all([rules.current(), people.load()])
  if (!maySeeOneC(caller, model, company)) throw exchangeRefusal('forbidden.one_c')
  return { model }
}

/** Whether somebody may look after the exchange with 1C. */
export function maySeeOneC({ reach, roles, employee }: Caller, { bank }: Model, people: People): boolean {
  if (reach.channels_edit === 'all') return true
  if (bank === undefined) return false
  return (
    roles.includes(bank.by) || (bank.by === 'owner_manager' && employee !== null && employee === companyHead(people))
  )
}

/** A base that is let in; refused where none is. */
export async function openBase({ exchange }: Pick<Ports, 'exchange'>, id: string): Promise<KeptBase> {
  const found = await exchange.findBase(id)
  if (found === undefined || found.removedAt !== undefined) throw exchangeRefusal('one_c_base_unknown', { id })
  return found
}
