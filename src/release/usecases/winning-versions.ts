import { wonDirections } from '#release/domain/behind-win'
import { isTakenBack } from '#release/domain/pending'
import type { Ports } from '#ports/ports'
import type { Reseating, RulesVersion } from '#ports/rules'

/** Publishings that win at once what is behind `won_after`, each with every version since; without those that were taken back. */
export async function winningVersions(
  { rules }: Pick<Ports, 'rules'>,
  { amends }: Pick<Reseating, 'amends'>,
  newest: RulesVersion,
): Promise<readonly (readonly RulesVersion[])[]> {
  const asked = await Promise.all(amends.map((version) => rules.version(version)))
  const meant = asked.filter(
    ({ version, now = [] }) => wonDirections(now).length > 0 && !isTakenBack(version, newest.undone ?? []),
  )
  return Promise.all(
    meant.map(({ version }) =>
      Promise.all(Array.from({ length: newest.version - version + 1 }, (_, no) => rules.version(version + no))),
    ),
  )
}
