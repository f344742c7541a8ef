import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { SettingsView } from '#schemas/views'

/** Sets company currency and rates. The company’s own currency has no rate, and no rate is zero. With `over`, only over those. */
export async function saveSettings(
  { settings }: Pick<Ports, 'settings'>,
  caller: Caller,
  input: SettingsView,
  over?: SettingsView,
): Promise<SettingsView> {
  if (caller.reach.rules_edit !== 'all') throw peopleRefusal('forbidden.settings')
  if (Object.hasOwn(input.rates, input.currency)) {
    throw peopleRefusal('field_value.own_currency', { currency: input.currency })
  }
  const zero = Object.entries(input.rates).find(([, rate]) => Number(rate) === 0)
  if (zero !== undefined) throw peopleRefusal('field_value.rate', { currency: zero[0], rate: zero[1] })
  if (!(await settings.save(input, over))) throw peopleRefusal('precondition_failed.settings')
  return input
}
