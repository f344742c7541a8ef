import type { Caller } from '#domain/kernel/access'
import type { KeptLoad } from '#ports/files'
import type { Ports } from '#ports/ports'
import type { LoadKind } from '#schemas/loads/loads'

/** So many of all loads are looked through. */
const mostLooked = 50

/** The last files of a kind that whoever asks has had loaded, the newest first. */
export async function ownLoads(
  { loads }: Pick<Ports, 'loads'>,
  { actor }: Caller,
  { what, most }: { readonly what: LoadKind; readonly most: number },
): Promise<readonly KeptLoad[]> {
  const { items } = await loads.recent({ limit: mostLooked })
  return items.filter((load) => load.wish.what === what && load.actor.id === actor.id).slice(0, most)
}
