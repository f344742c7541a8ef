import { originAt, remember } from '#config/context'
import type { Context } from '#config/context'
import { resolveName } from '#config/names/resolve-name'
import { mapOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { MapNode } from '#config/yaml/tree'
import {
  contactsSeen,
  lookers,
  type ClientRules,
  type ContactsSeen,
  type Looker,
  type SeeRules,
  type ToldWhose,
} from '#schemas/clients/client-rules'

/** Reads the most that anybody sees of a client. */
export function readSee(context: Context, map: MapNode | undefined): Pick<ClientRules, 'see'> {
  if (map === undefined) return {}
  const contacts = mapOf(map, 'contacts')
  const said = lookers.flatMap((looker): readonly (readonly [Looker, ContactsSeen])[] => {
    const written = contacts === undefined ? undefined : textOf(contacts, looker)
    const seen = contactsSeen.find((one) => one === written)
    return seen === undefined ? [] : [[looker, seen]]
  })
  const known = readKnown(context, map)
  const see: SeeRules = {
    contacts: Object.fromEntries(said),
    ...(known === undefined ? {} : { known }),
    origin: originAt(context, map, map.path),
  }
  return { see: remember(context, see, contacts ?? map) }
}

function readKnown(context: Context, map: MapNode): ToldWhose | undefined {
  const nodes = scalarsOf(map, 'known')
  if (nodes.length === 0) return undefined
  const names = nodes.flatMap(
    (node) => resolveName(context, node, 'role', ['everybody', 'nobody', 'owner_manager']) ?? [],
  )
  // Of several the one that lets most people know.
  if (names.includes('everybody')) return 'everybody'
  const told = [...new Set(names)].filter((name) => name !== 'nobody')
  return told.length === 0 ? 'nobody' : told
}
