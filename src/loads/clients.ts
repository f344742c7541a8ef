import type { PersonalDoor } from '#ports/personal'

/**
 * How the room answers for personal data. A report of a register names whom papers are for and what stood in rows that could
 * not be read; it belongs to no card, is read by whoever loaded it alone, and is gone after 30 days by itself.
 */
export const clients: PersonalDoor = {
  places: ['load'],
  export: async () => [],
  erase: async () => [],
  moveTo: async () => undefined,
  moveBack: async () => undefined,
}
