import { originAt, remember, report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { readCondition } from '#config/values/read-condition'
import { readDuration, readTask } from './read-tasks'
import { resolveName } from '#config/names/resolve-name'
import { entryOf, isWritten, itemsOf, mapOf, scalarOf, textOf } from '#config/yaml/tree'
import type { MapNode } from '#config/yaml/tree'
import type { NewDealLine, Outcome } from '#schemas/model'

/** Reads who gets a new deal, line by line. */
export function readNewDeals(context: Context, root: MapNode): readonly NewDealLine[] {
  return itemsOf(root, 'new_deals').flatMap((item) => (item.kind === 'map' ? [readLine(context, item)] : []))
}

function readLine(context: Context, map: MapNode): NewDealLine {
  const when = mapOf(map, 'when')
  const pipeline = scalarOf(map, 'pipeline')
  const giveTo = scalarOf(map, 'give_to')
  const otherwise = scalarOf(map, 'otherwise')
  const other = otherwise === undefined ? undefined : resolveName(context, otherwise, 'role', ['owner_manager'])
  const firstReply = readDuration(context, map, 'first_reply')
  if (giveTo?.text === 'previous_owner' && !isWritten(map, 'otherwise')) {
    report(context, giveTo, { code: 'no-otherwise', message: say('no-otherwise'), help: say('add-otherwise') })
  }
  const line: NewDealLine = {
    ...(when === undefined ? {} : { when: readCondition(context, when) }),
    pipeline: (pipeline === undefined ? undefined : resolveName(context, pipeline, 'pipeline')) ?? '',
    giveTo:
      (giveTo === undefined ? undefined : resolveName(context, giveTo, 'role', ['previous_owner', 'owner_manager'])) ??
      '',
    pick: textOf(map, 'pick') === 'least_busy' ? 'least_busy' : 'in_turn',
    ...(other === undefined ? {} : { otherwise: other }),
    ...(firstReply === undefined ? {} : { firstReply }),
    origin: originAt(context, map, map.path),
  }
  return remember(context, line, map)
}

/** Reads how deals end early: the reasons, the task that follows, and who may do it. */
export function readOutcomes(context: Context, root: MapNode): { readonly lost: Outcome; readonly cancelled: Outcome } {
  const outcomes = mapOf(root, 'outcomes')
  return { lost: readOutcome(context, outcomes, 'lost'), cancelled: readOutcome(context, outcomes, 'cancelled') }
}

function readOutcome(context: Context, outcomes: MapNode | undefined, key: 'lost' | 'cancelled'): Outcome {
  const entry = entryOf(outcomes, key)
  const map = entry?.value.kind === 'map' ? entry.value : undefined
  const origin = originAt(context, entry?.keyAt ?? { start: 0, end: 0 }, `outcomes.${key}`)
  if (map === undefined) return { reasons: {}, origin }
  const follow = entryOf(map, 'follow_up')
  const who = scalarOf(map, 'who')
  const role = who === undefined ? undefined : resolveName(context, who, 'role', ['owner', 'owner_manager'])
  const reasons = (mapOf(map, 'reasons')?.entries ?? []).map(({ key: id, value }) => [
    id,
    value.kind === 'scalar' ? value.text : id,
  ])
  const template =
    follow?.value.kind === 'map'
      ? readTask(context, follow.value, {
          id: 'follow_up',
          origin: originAt(context, follow.keyAt, follow.path),
          siblings: [],
        })
      : undefined
  return {
    reasons: Object.fromEntries(reasons),
    ...(template === undefined ? {} : { followUp: template }),
    ...(role === undefined ? {} : { who: role }),
    origin,
  }
}
