import type { PersonalDoorOn } from './personal-door'
import type { Ports } from './ports'

export type { ErasedOfClient, KeptOfClient, MovedToClient, Moving } from './personal-door'

/** The door of a room for the personal data it keeps of clients. */
export type PersonalDoor = PersonalDoorOn<Ports>
