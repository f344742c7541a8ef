import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { SettingsView } from '#schemas/views'
import { whatIsKept } from './kept-in-currency'

type Needs = Pick<Ports, 'settings' | 'deals' | 'plans' | 'rules' | 'clock'>

/**
 * Sets company currency and rates. The company’s own currency has no rate, and no rate is zero. The currency stays once
 * anything is kept in it: amounts that are read as another money would be wrong by their rate. With `over`, only over those.
 */
export async function saveSettings(
  ports: Needs,
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
  const { currency } = await ports.settings.load()
  if (input.currency !== currency) {
    const kept = await whatIsKept(ports)
    if (kept !== undefined)
      throw peopleRefusal('field_value.currency_in_use', { was: currency, asked: input.currency, kept })
  }
  if (!(await ports.settings.save(input, over))) throw peopleRefusal('precondition_failed.settings')
  return input
}
