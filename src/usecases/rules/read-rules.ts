import { rulesRefusal } from '#domain/rules/words/rules-refusal'
import type { Ports } from '#ports/ports'
import type { RulesView } from '#schemas/views'

/** The text of a version of the rules, of the one in force where none is named. */
export async function readRules({ rules }: Pick<Ports, 'rules'>, version: string | undefined): Promise<RulesView> {
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) {
    throw rulesRefusal('rules_unknown.number', { version })
  }
  const found = version === undefined ? await rules.current() : await rules.version(Number(version))
  const { text, hash, author, note, at } = found
  return { version: found.version, text, hash, author, note, at }
}
