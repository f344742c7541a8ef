import type { PersonalDoor } from '#ports/personal'

/** What channels keep of clients: their talks, with calls and requests. What came as bytes is gone after thirty days by itself. */
export const clients: PersonalDoor = {
  places: [
    'arrival',
    'arrival bytes',
    'call facts',
    'recording',
    'message facts',
    'message to send',
    'talk',
    'talk line',
  ],
  export: async (ports, id) => (await import('./usecases/talks-of-client')).keptInTalks(ports, id),
  erase: async (ports, id) => (await import('./usecases/talks-of-client')).eraseTalks(ports, id),
  moveTo: async (ports, moving, keep) => (await import('./usecases/talks-of-client')).moveTalks(ports, moving, keep),
  moveBack: async (ports, moving, moved) =>
    (await import('./usecases/talks-of-client')).moveTalksBack(ports, moving, moved),
}
