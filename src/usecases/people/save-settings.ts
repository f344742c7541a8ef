import type { Caller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { SettingsView } from '#schemas/views'

/** Sets company currency and rates. The company’s own currency has no rate, and no rate is zero. */
export async function saveSettings(
  { settings }: Pick<Ports, 'settings'>,
  caller: Caller,
  input: SettingsView,
): Promise<SettingsView> {
  if (caller.reach.rules_edit !== 'all') throw new Refusal('forbidden', 'You may not change the company’s settings.')
  if (Object.hasOwn(input.rates, input.currency)) {
    throw new Refusal('field_value', `${input.currency} is the company’s own currency: leave its rate out.`)
  }
  const zero = Object.entries(input.rates).find(([, rate]) => Number(rate) === 0)
  if (zero !== undefined)
    throw new Refusal('field_value', `The rate of ${zero[0]} cannot be ${zero[1]}: it must be more than 0.`)
  await settings.save(input)
  return input
}
