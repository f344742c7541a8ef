import type { EmbeddedStore } from '#embedded/store'

import type { LocalSchedule } from './schedules'

/** So many items go at once: whoever asks meanwhile waits for one piece, not for all. */
const piece = 200

/** So many pieces a run: what a long pause has left is gone after some minutes. */
const mostPieces = 50

/** Takes away by and by what nobody may read any more, as DynamoDB does by itself: answers to repeat, old notices. */
export function expirySchedule({ expire }: Pick<EmbeddedStore, 'expire'>): LocalSchedule {
  return {
    declaration: { name: 'expire-items', when: { everyMinutes: 1 }, zone: 'UTC' },
    run: async (at) => {
      for (let pieces = 0; pieces < mostPieces; pieces += 1) {
        // oxlint-disable-next-line no-await-in-loop -- a piece after the other, so that others come in between
        if ((await expire(Date.parse(at), piece)) < piece) return
      }
    },
  }
}
