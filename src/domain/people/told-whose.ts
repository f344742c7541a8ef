import type { Caller } from '#domain/kernel/access'
import { departmentsLed } from '#domain/kernel/departments-led'
import type { ToldWhose } from '#schemas/clients/client-rules'
import type { Department } from '#schemas/people'

/** Whether somebody is told whose a client is that they may not see, as far as the rules go; rights decide below them. */
export function isToldWhose(
  told: ToldWhose | undefined,
  { employee, roles }: Pick<Caller, 'employee' | 'roles'>,
  departments: Readonly<Record<string, Department>>,
): boolean {
  if (told === undefined || told === 'everybody') return true
  if (told === 'nobody') return false
  const leads = departmentsLed(employee, departments).length > 0
  return roles.some((role) => told.includes(role)) || (leads && told.includes('owner_manager'))
}
