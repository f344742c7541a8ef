import type { Backstage } from '#ports/backstage'

/** How the product runs is known where it runs: here the store alone can be asked. */
export function noBackstage(touchStore: Backstage['touchStore']): Backstage {
  return { touchStore, stand: () => undefined, deadLetters: () => undefined, redrive: () => 0 }
}
