import { isNamed, type Caller } from '#domain/kernel/access'
import type { Org } from '#domain/people/responsible'
import type { Deal } from '#schemas/deal'
import type { Model, Outcome } from '#schemas/model'

type Scene = { readonly model: Pick<Model, 'outcomes'>; readonly org: Org }

/** Whether somebody may end a deal so: whom the outcome names under `who`, everybody who may change the deal where it names nobody. */
export function mayEnd(caller: Caller, { who }: Pick<Outcome, 'who'>, owner: string, org: Org): boolean {
  return who === undefined || caller.employee === null || isNamed(caller, who, owner, org)
}

/**
 * Whether somebody may let a cancelled deal count again, as it did: whoever may cancel it, and whoever keeps the books. What
 * one person took off the plan is not put back by another who could not have.
 */
export function mayCountAgain(caller: Caller, { owner }: Pick<Deal, 'owner'>, { model, org }: Scene): boolean {
  if (caller.asAnybody === true || caller.reach.books_edit === 'all') return true
  return mayEnd(caller, model.outcomes.cancelled, owner, org)
}
