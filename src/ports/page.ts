/** One page of a list; `cursor` leads to the next one and is absent on the last. */
export type Page<T> = { readonly items: readonly T[]; readonly cursor?: string }
