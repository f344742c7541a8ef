import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { scalarOf } from '#config/yaml/tree'
import { keptAbroad, longerByLaw, personalDataIn } from '#domain/rules/personal-data'

/** Reports personal data that is kept where it must not be, and warns of contracts that would be erased before a law allows it. */
export function checkPersonalData(context: Context, { model }: Whole): void {
  const rules = personalDataIn(model)
  if (rules === undefined) return
  const map = context.sites.get(rules)
  const place = map === undefined ? undefined : scalarOf(map, 'stored_in')
  const country = keptAbroad(rules)
  if (country !== undefined && place !== undefined) {
    const message = say('kept-abroad', { country, place: place.text })
    const help = say('write', { text: `stored_in: ${country}` })
    report(context, place, { code: 'personal-data-abroad', message, help })
  }
  const contract = rules.keep?.contract
  const block = rules.keep === undefined ? undefined : context.sites.get(rules.keep)
  const node = block === undefined ? undefined : scalarOf(block, 'contract')
  const law = contract === undefined ? undefined : longerByLaw(rules.of, contract)
  if (law === undefined || node === undefined) return
  const message = say('kept-too-short', { ...law, text: node.text })
  const help = say('write', { text: `contract: ${law.months} calendar months` })
  report(context, node, { code: 'keep-shorter-than-law', message, help }, 'warning')
}
