import type { Ports } from './ports'

/** Something a room keeps of a client: where, in the words of its `keys.ts`, and what it says. */
export type KeptOfClient = { readonly place: string; readonly id: string; readonly says: unknown }

/** What was moved from one client to another, so that it can be moved back. */
export type MovedToClient = { readonly place: string; readonly id: string }

/**
 * The door by which a room answers for the personal data it keeps of clients: `src/<room>/clients.ts`. What a client is
 * handed, erased of, and what merging two cards and undoing it does, is made of these doors alone.
 */
export type PersonalDoor = {
  /** The kinds of items with personal data, as `item` in the room's `keys.ts` names them; all of them. */
  readonly places: readonly string[]
  /** Everything that is kept of the client. */
  readonly export: (ports: Ports, client: string) => Promise<readonly KeptOfClient[]>
  /** Erases all of it, and answers where something was; what is erased already is no fault. */
  readonly erase: (ports: Ports, client: string) => Promise<readonly MovedToClient[]>
  /** Makes what is kept of one client another's. */
  readonly moveTo: (ports: Ports, from: string, to: string) => Promise<readonly MovedToClient[]>
  /** Gives what was moved back to whose it was. */
  readonly moveBack: (ports: Ports, from: string, moved: readonly MovedToClient[]) => Promise<void>
}
