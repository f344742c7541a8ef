import type { Holds, TableKeys } from './holds'

/**
 * What may stand somewhere in the file. The whole language is one such description. Under the `known` ids of a table less
 * has to be said than under the others.
 */
export type Shape =
  | { readonly is: 'value'; readonly what: string; readonly holds: Holds }
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'block'; readonly keys: Readonly<Record<string, Key>> }
  | ({ readonly is: 'table'; readonly of: Shape; readonly known?: Readonly<Record<string, Shape>> } & TableKeys)
  | { readonly is: 'list'; readonly of: Shape; readonly isFilled?: true }
  | { readonly is: 'one_of'; readonly value?: Shape; readonly list?: Shape; readonly block?: Shape }

/** A key of a block: what stands under it, whether it must be there, and what it is for. */
export type Key = { readonly shape: Shape; readonly required?: true; readonly says: string }
