import { booksRefusal } from '#domain/books/words/books-refusal'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Deal } from '#schemas/deal'

/** Who corrects what a won deal counts for, in which company, and why. */
export type Correction = {
  readonly caller: Caller
  readonly people: People
  readonly what: 'amount' | 'counts'
  readonly reason: string | undefined
}

/**
 * Refuses, with `deal_won`, to correct what a won deal counts for: to whoever has not the right `books_edit`, naming who has
 * it, and without a reason.
 */
export function refuseBooks({ title }: Pick<Deal, 'title'>, { caller, people, what, reason }: Correction): void {
  if (caller.asAnybody === true) return
  if (!keepsBooks(caller)) {
    const may = Object.values(people.employees).filter(({ active, rights }) => active && rights?.books_edit === 'all')
    const names = may.map(({ name }) => name)
    const key = what === 'counts' ? 'deal_won.counts' : 'deal_won'
    throw booksRefusal(key, { title, people: names }, { right: 'books_edit', who: may.map(({ id }) => id) })
  }
  if (reason === undefined) throw booksRefusal('deal_won.reason', { title }, { wanted: ['reason'] })
}

/** Whether somebody may correct what won deals count for. */
export function keepsBooks(caller: Caller): boolean {
  return caller.reach.books_edit === 'all'
}
