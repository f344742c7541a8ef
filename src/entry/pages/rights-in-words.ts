import type { Member } from '#entry/usecases/read-staff'
import { rightKinds } from '#schemas/people-names'

import type { PeopleTexts } from './texts/people'

/** What somebody may do, in words; what goes without saying is left out. */
export function rightsInWords({ reach }: Pick<Member, 'reach'>, t: PeopleTexts): readonly string[] {
  const words = t.rightWords
  const pairs = (['deals', 'plan', 'clients'] as const).flatMap((what) => {
    const [read, edit] = [reach[`${what}_read`], reach[`${what}_edit`]]
    if (read === edit) return [words[what][read]]
    return [words[`${what}_read`][read], ...(edit === 'none' ? [] : [words[`${what}_edit`][edit]])]
  })
  const rest = rightKinds.filter(
    (kind) => !/^(?:deals|plan)_|^clients_(?:read|edit)$/.test(kind) && reach[kind] !== 'none',
  )
  return [...pairs, ...rest.map((kind) => words[kind][reach[kind]])].filter((said) => said !== '')
}
