import { isSamePlace, wordsOf, type Lexicon } from '#domain/rules/renamed-words'
import type { DealCard, Visit } from '#schemas/deal'
import { behindWin, wonDirections } from './behind-win'
import type { Undone } from '#schemas/release'

/** A published version and what of it was applied to visits that were under way. */
export type Applied = Lexicon & { readonly now?: readonly string[]; readonly at: string }

/** The keys of a publishing that concern the stage a deal is in and have not come to its visit yet. */
export function pendingKeys(
  deal: Pick<DealCard, 'pipeline' | 'stage' | 'visit'>,
  { version, now = [], model }: Applied,
  newest: Lexicon,
): readonly string[] {
  const { configVersion, amended = [] } = deal.visit
  const isOver = configVersion >= version || isTakenBack(version, newest.undone ?? [])
  if (isOver || amended.some(({ rules }) => rules === version)) return []
  return now.filter((key) => {
    const [stage = '', part] = key.split('.')
    if (part === undefined || isOfEverybody(key)) return false
    const place = { pipeline: deal.pipeline, stage }
    const isKnown = Object.values(model.pipelines).some(({ stages }) => stages.some(({ id }) => id === stage))
    return isKnown && isSamePlace(wordsOf(newest).place(place), deal)
  })
}

/** Whether a publishing has something for the visit a deal is in that has not come to it yet. */
export function hasPendingAmendment(deal: DealCard, version: Applied, newest: Lexicon): boolean {
  return pendingKeys(deal, version, newest).length > 0
}

/**
 * Whether a publishing wins this deal at once: it stands behind `won_after` without being won, and has by every version
 * from that publishing (the first of the list) to the newest. What a later one moved further was not asked for, and what
 * it moved back is no longer.
 */
export function isWonNow(
  deal: Pick<DealCard, 'pipeline' | 'stage' | 'status'>,
  since: readonly Applied[],
  newest: Lexicon,
): boolean {
  const { place, pipeline } = wordsOf(newest)
  const isMeant = wonDirections(since[0]?.now ?? []).some((id) => pipeline(id) === deal.pipeline)
  if (!isMeant || deal.status !== 'open') return false
  return since.every(({ model }) => behindWin(model).some((one) => isSamePlace(place(one), deal)))
}

/** Keys that concern tasks wherever they are: ladders and calendars. */
export function isOfEverybody(key: string): boolean {
  return /^(escalations|calendars?)\b/.test(key)
}

/** Whether something came to the visit of a deal that has been taken back since. */
export function hasToUndo({ visit }: Pick<DealCard, 'visit'>, undone: readonly Undone[]): boolean {
  return (visit.amended ?? []).some(({ rules }) => isTakenBack(rules, undone))
}

/** What stays with a visit of what came to it: all that was not taken back. */
export function keptAmendments({ amended = [] }: Visit, undone: readonly Undone[]): NonNullable<Visit['amended']> {
  return amended.filter(({ rules }) => !isTakenBack(rules, undone))
}

/** Whether a version is one of those that a later one took back. */
export function isTakenBack(rules: number, undone: readonly Undone[]): boolean {
  return undone.some(({ version, to }) => to < rules && rules < version)
}
