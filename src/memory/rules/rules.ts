import { rulesRefusal } from '#domain/rules/words/rules-refusal'
import { prepareFormulas } from '#domain/formula/formula'
import type { RulesVersion, KeptRelease, Reseating, RulesStore } from '#ports/rules'
import type { VersionHead } from '#schemas/release'
import { kept, keptBare } from '#memory/kept'

/** Published versions of the rules, which one is current, and how far deals have followed it. */
export function memoryRules(): RulesStore {
  const versions = new Map<number, RulesVersion>()
  const pointer: { current: number; reseating?: Reseating } = { current: 0 }
  const version = (no: number): RulesVersion => {
    const found = versions.get(no)
    if (found === undefined) throw rulesRefusal('rules_unknown', { version: no })
    return found
  }
  return {
    version: async (no) => version(no),
    current: async () => {
      if (pointer.current > 0) return version(pointer.current)
      throw rulesRefusal('rules_unknown.none')
    },
    publish: async (next, expected, work) => {
      const own = keptBare(next)
      await prepareFormulas(own.model)
      // Compared after the last wait, so that of two publishers at once one is refused.
      if (pointer.current !== expected || versions.has(next.version)) {
        throw rulesRefusal('version_conflict.rules', { version: expected })
      }
      versions.set(next.version, own)
      pointer.current = next.version
      if (work !== undefined) pointer.reseating = kept(work)
    },
    versions: async () => [...versions.values()].toSorted((a, b) => b.version - a.version).map(headOf),
    reseating: async () => pointer.reseating,
    noteReseating: async (next, wasRev) => {
      const isSame = pointer.reseating?.rev === wasRev
      if (isSame) pointer.reseating = kept(next)
      return isSame
    },
    ...memorySchedule(),
  }
}

function memorySchedule(): Pick<RulesStore, 'scheduled' | 'schedule' | 'unschedule'> {
  const scheduled = new Map<string, KeptRelease>()
  return {
    scheduled: async () => [...scheduled.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    schedule: async (release) => {
      scheduled.set(release.id, kept(release))
    },
    unschedule: async (id) => scheduled.delete(id),
  }
}

/** What a list shows of a version. */
export function headOf({ version, hash, author, note, at, now, restores }: RulesVersion): VersionHead {
  return {
    version,
    hash,
    author,
    note,
    at,
    ...(now === undefined ? {} : { now: [...now] }),
    ...(restores === undefined ? {} : { restores }),
  }
}
