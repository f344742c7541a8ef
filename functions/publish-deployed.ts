import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import { publishRules } from '#release/usecases/publish-rules'

type Needs = Pick<
  Ports,
  'clock' | 'deals' | 'documents' | 'files' | 'integrations' | 'language' | 'money' | 'people' | 'ruleFiles' | 'rules'
>

/** Publishes the rules a deployment brings, on top of whatever is newest; text that is in force already changes nothing. */
export async function publishDeployed(ports: Needs, text: string, correlationId: string): Promise<RulesVersion> {
  const command = { caller: systemCaller('system', 'deployment'), correlationId }
  const expected = await newestVersion(ports)
  return publishRules(ports, command, { text, note: 'Published on deployment', expected })
}

async function newestVersion({ rules }: Needs): Promise<number> {
  try {
    return (await rules.current()).version
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rules_unknown') return 0
    throw error
  }
}
