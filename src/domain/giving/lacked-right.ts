import { employeeCaller } from '#domain/kernel/access'
import type { Department, Employee } from '#schemas/people'
import type { RightKind } from '#schemas/people-names'

/**
 * What is given to somebody who then has to work with it by their own rights. A task is done by whoever has it, whatever
 * else they may.
 */
export type GivenKind = 'deal' | 'client'

const needed: Readonly<Record<GivenKind, readonly RightKind[]>> = {
  deal: ['deals_read', 'deals_edit'],
  // Cards may be looked after by others: whose client it is has to see it.
  client: ['clients_read'],
}

/** The first right that somebody would lack with what they are given; undefined where they could work with it. */
export function lackedRight(
  kind: GivenKind,
  employee: Employee,
  departments: Readonly<Record<string, Department>>,
): RightKind | undefined {
  const { reach } = employeeCaller(employee, departments)
  return needed[kind].find((right) => reach[right] === 'none')
}
