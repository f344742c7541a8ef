import type { ErasedSooner } from '#schemas/clients/kept-request'
import type { Model } from '#schemas/model'

/** Something a room keeps of a client: where, in the words of its `keys.ts`, and what it says. */
export type KeptOfClient = { readonly place: string; readonly id: string; readonly says: unknown }

/** Something of a client that was erased. */
export type ErasedOfClient = { readonly place: string; readonly id: string }

/** What is moved from one client to another, with what moving it back needs to know. */
export type MovedToClient = { readonly place: string; readonly id: string; readonly says?: unknown }

/** From whose card something is moved to whose, or was. */
export type Moving = { readonly from: string; readonly to: string }

/**
 * The door by which a room answers for the personal data it keeps of clients: `src/<room>/clients.ts`. What a client is
 * handed, erased of, and what merging two cards and undoing it does, is made of these doors alone.
 */
export type PersonalDoorOn<Ports> = {
  /** The kinds of items with personal data, as `item` in the room's `keys.ts` names them; all of them. */
  readonly places: readonly string[]
  /** Everything that is kept of the client. */
  readonly export: (ports: Ports, client: string) => Promise<readonly KeptOfClient[]>
  /** Erases all of it, and answers where something was; what is erased already is no fault. */
  readonly erase: (ports: Ports, client: string) => Promise<readonly ErasedOfClient[]>
  /**
   * Makes what is kept of one client another's. `keep` is told of each thing before it is moved: killed at any moment and
   * called again, it ends the same and nothing that was moved is forgotten.
   */
  readonly moveTo: (ports: Ports, moving: Moving, keep: (moved: MovedToClient) => Promise<void>) => Promise<void>
  /** Gives what was moved back to whose it was, as far as it is where it was put; may be called again. */
  readonly moveBack: (ports: Ports, moving: Moving, moved: readonly MovedToClient[]) => Promise<void>
}

/** What is asked of all rooms together, or of the room that knows how long clients are kept. */
export type PersonalDataOn<Ports> = {
  /** The doors of all rooms, by room. */
  readonly doors: () => Promise<Readonly<Record<string, PersonalDoorOn<Ports>>>>
  /** Undefined where the lengths are the same, or nobody is erased by them. */
  readonly erasedSooner: (
    ports: Ports,
    change: { readonly before: Model; readonly after: Model },
  ) => Promise<ErasedSooner | undefined>
}
