import { inRussian } from '#domain/deals/fields-in-russian'
import type { Ports } from '#ports/ports'
import type { DealView } from '#schemas/views'

import { ownRules } from '#usecases/deals/deal-file'

/** The same view with the fields that are missing called as Russian calls them. */
export async function viewInRussian(ports: Pick<Ports, 'rules'>, view: DealView): Promise<DealView> {
  const { missing } = view.gate
  if (missing.fields.length === 0) return view
  const { model } = await ownRules(ports, view.deal)
  return { ...view, gate: { ...view.gate, missing: { ...missing, fields: inRussian(missing.fields, model) } } }
}
