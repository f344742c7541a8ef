import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { DomainEvent } from '#schemas/event'

/**
 * The rules that were the newest when an event happened: what was published later has no say in it, however late or often
 * the event comes. Never older than those of the visit the event is of.
 */
export async function rulesAt(
  { rules }: Pick<Ports, 'rules'>,
  { at, configVersion }: Pick<DomainEvent, 'at' | 'configVersion'>,
): Promise<RulesVersion> {
  let found = await rules.current()
  // Another process may have published a moment ago what this one does not know to be current yet.
  if (found.version < configVersion) return rules.version(configVersion)
  while (found.version > configVersion && found.at > at) {
    // oxlint-disable-next-line no-await-in-loop -- whether an older one is needed is known when this one has been read
    found = await rules.version(found.version - 1)
  }
  return found
}
