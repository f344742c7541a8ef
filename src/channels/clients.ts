import type { PersonalDoor } from '#ports/personal'
import { eraseTalks, keptInTalks, moveTalks } from '#channels/usecases/talks-of-client'

/** What channels keep of clients: their talks, with calls and requests. What came as bytes is gone after thirty days by itself. */
export const clients: PersonalDoor = {
  places: ['arrival', 'arrival bytes', 'call facts', 'talk', 'talk line'],
  export: keptInTalks,
  erase: eraseTalks,
  moveTo: (ports, from, to) => moveTalks(ports, from, to),
  moveBack: async (ports, from, moved) => {
    for (const { id } of moved) await ports.talks.link(from, id)
  },
}
