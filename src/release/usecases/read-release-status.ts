import { everyPage } from '#usecases/every-page'
import { pipelinesOf, renamedIds } from '#domain/rules/renaming'
import type { Ports } from '#ports/ports'
import type { RulesVersion, KeptRelease, Reseating } from '#ports/rules'
import type { DealCard } from '#schemas/deal'
import type { ReleaseStatus, ReseatProgress, ScheduledRelease, VersionHead } from '#schemas/release'
import { inGroups } from '#usecases/in-groups'
import { pageRows } from './read-live-facts'

/**
 * How it stands with the rules: which are in force, what is scheduled, how far deals have followed, which rules are paused,
 * and by which versions open deals are judged.
 */
export async function readReleaseStatus(ports: Pick<Ports, 'automation' | 'deals' | 'rules'>): Promise<ReleaseStatus> {
  const [current, reseating, scheduled, pauses] = await Promise.all([
    ports.rules.current(),
    ports.rules.reseating(),
    ports.rules.scheduled(),
    ports.automation.pauses(),
  ])
  return {
    current: headOf(current),
    ...(reseating === undefined ? {} : { reseating: progressOf(reseating) }),
    scheduled: scheduled.map(releaseView),
    paused: pauses.map(({ rule, by, reason }) => ({ rule, by, reason })),
    alive: await aliveVersions(ports, current),
    renamed: (current.renamings ?? []).flatMap(renamedIds),
  }
}

/** A scheduled publishing without its text. */
export function releaseView({ text: _text, ...release }: KeptRelease): ScheduledRelease {
  return release
}

function headOf({ version, hash, author, note, at, now, restores }: RulesVersion): VersionHead {
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

function progressOf({ version, state, total, done, startedAt, finishedAt, stuck }: Reseating): ReseatProgress {
  return {
    version,
    state,
    total,
    done,
    startedAt,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(stuck === undefined ? {} : { stuck: stuck.map(({ deal, why }) => ({ deal, why })) }),
  }
}

async function aliveVersions(
  { deals }: Pick<Ports, 'deals'>,
  { model }: RulesVersion,
): Promise<ReleaseStatus['alive']> {
  const columns = await inGroups(pipelinesOf(model), 8, (place) =>
    everyPage<DealCard>(pageRows, (page) => deals.column({ ...place, ...page })),
  )
  const counts = new Map<number, number>()
  for (const { visit } of columns.flat()) counts.set(visit.configVersion, (counts.get(visit.configVersion) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => a - b).map(([version, count]) => ({ version, deals: count }))
}
