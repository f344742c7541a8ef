import type { Erasure } from './erasure'

/** An erasure as it is kept. */
export type KeptErasure = Erasure & { readonly rev: number }
