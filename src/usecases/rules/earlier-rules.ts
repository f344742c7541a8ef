import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'

/**
 * An earlier version of the rules, read for names that it alone has. One that cannot be read is told to the log and is
 * undefined: nothing but those names is missing then.
 */
export async function earlierRules(
  { rules }: Pick<Ports, 'rules'>,
  version: number,
): Promise<RulesVersion | undefined> {
  try {
    return await rules.version(version)
  } catch (error) {
    console.error(
      JSON.stringify({ level: 'error', what: 'earlier rules not read for names', version, error: String(error) }),
    )
    return undefined
  }
}
