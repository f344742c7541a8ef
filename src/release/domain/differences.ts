import type { Model } from '#schemas/model'
import type { Difference } from '#domain/rules/difference'
import { companyDifferences } from './company-differences'
import { pipelineDifferences } from './pipeline-differences'
import type { Renamed } from '#domain/rules/renaming'

/** Everything in which two versions of the rules differ for deals and people, in the order of the file. */
export function differencesOf(before: Model, after: Model, renamed: Renamed): readonly Difference[] {
  return merged([...pipelineDifferences(before, after, renamed), ...companyDifferences(before, after, renamed)])
}

/** A stage of the library is in several directions: what changes there alike is one change. */
function merged(all: readonly Difference[]): readonly Difference[] {
  const found = new Map<string, Difference>()
  for (const one of all) {
    const name = JSON.stringify([one.group, one.code, one.key, one.names, one.from, one.to])
    const before = found.get(name)
    const at = [...(before?.at ?? []), ...(one.at ?? [])]
    found.set(name, { ...(before ?? one), ...(at.length === 0 ? {} : { at }) })
  }
  return [...found.values()]
}
