import { withFormerNames } from '#release/domain/with-former-names'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Model } from '#schemas/model'
import { earlierRules } from '#usecases/rules/earlier-rules'

/**
 * The rules in force with the names of what earlier ones had. They have them since they were published; where they were
 * published before names were kept, each earlier version is read once, for the next one to keep them. One that cannot be
 * read is told to the log: only its names are missing.
 */
export async function rememberingRules(
  ports: Pick<Ports, 'rules'>,
  { version, model }: Pick<RulesVersion, 'version' | 'model'>,
): Promise<Model> {
  if (version === 1 || model.former !== undefined) return model
  let known: Model | undefined
  for (let no = 1; no < version; no += 1) {
    const found = await earlierRules(ports, no)
    if (found !== undefined) known = known === undefined ? found.model : withFormerNames(found.model, known)
  }
  return known === undefined ? model : withFormerNames(model, known)
}
