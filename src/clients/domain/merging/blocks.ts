import { clientSaying } from '#clients/words/client-refusal'
import type { WholeClient } from '#schemas/kept-client'
import type { Saying } from '#schemas/saying'

/** So many cards at most become one: what a card was made of has to be written in one transaction. */
export const mostMerged = 20

/** Why two cards cannot become one, in words; empty where they can. `erased` are those of which an erasure was asked for. */
export function blocksOf(
  winner: WholeClient,
  loser: WholeClient,
  { areBusy, erased }: { readonly areBusy: boolean; readonly erased: readonly string[] },
): readonly Saying[] {
  const [one, other] = [winner.client, loser.client]
  const names = { one: one.name, other: other.name }
  if (one.id === other.id) return [clientSaying('merge_blocked.self', { name: one.name })]
  const count = [...(one.from ?? []), other.id, ...(other.from ?? [])].length
  return [
    ...(one.kind === other.kind ? [] : [clientSaying('merge_blocked.kinds', names)]),
    ...(one.inn === undefined || other.inn === undefined || one.inn === other.inn
      ? []
      : [clientSaying('merge_blocked.inn', { ...names, inn: one.inn, said: other.inn })]),
    ...(erased.includes(one.id) ? [clientSaying('merge_blocked.erased', names)] : []),
    ...(erased.includes(other.id) ? [clientSaying('merge_blocked.erased', { one: other.name, other: one.name })] : []),
    ...(areBusy ? [clientSaying('merge_blocked.running', names)] : []),
    ...(count <= mostMerged ? [] : [clientSaying('merge_blocked.many', { name: one.name, count, most: mostMerged })]),
  ]
}
