import type { Erasure } from './erasure'

/** An erasure as it is kept; `found` counts what was there when it was begun, by place. */
export type KeptErasure = Erasure & { readonly rev: number; readonly found?: Erasure['places'] }
