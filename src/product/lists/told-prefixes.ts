// Written by npm run generate from the doors of the rooms: do not edit.
import type { ToldPrefix } from '#events/relay'

/** How the keys of items begin that the relay publishes when they are born. */
export const toldPrefixes: readonly ToldPrefix[] = [
  { pk: 'D#', sk: 'E#' },
  { pk: 'AR#', sk: 'A#' },
  { pk: 'MO#', sk: 'E#' },
  { pk: 'C#', sk: 'E#' },
  { pk: 'XR#', sk: 'E#' },
  { pk: 'LQ#', sk: 'E#' },
]
