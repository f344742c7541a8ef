import type { Limits } from '#ports/limits'

/** Nobody is held to any number of requests: where nobody asks from outside. */
export const noLimits: Limits = {
  take: async (_who, { limit }) => ({ isGranted: true, left: limit, resetsInMs: 60_000 }),
}
