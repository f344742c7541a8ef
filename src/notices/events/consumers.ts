import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'
import { noticeEvents } from '#schemas/notice-names'

/** What follows from an event for those who want to know of it. */
export const consumers: readonly Consumer[] = [
  // Puts what people are told into their inboxes and on its way to them.
  consumer({
    name: 'tell-people',
    on: [...noticeEvents],
    run: eachSubject(async () => (await import('#notices/usecases/notify')).notify),
  }),
]
