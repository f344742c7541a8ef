import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows from an event for clients. */
export const consumers: readonly Consumer[] = [
  // A move says nothing of clients: of what is updated, links alone are looked at.
  consumer({
    name: 'keep-client-deals',
    on: ['deal.created', 'deal.updated'],
    where: { detail: { links: { client: [{ exists: true }] } } },
    run: eachSubject(async () => {
      const { keepClientDeals } = await import('#clients/usecases/keep-client-deals')
      return keepClientDeals
    }),
  }),
  // As the file says: usually a client stays with whoever had their first deal.
  consumer({
    name: 'follow-owner',
    on: ['deal.owner_changed'],
    run: eachSubject(async () => (await import('#clients/usecases/follow-owner')).followOwner),
  }),
  consumer({
    name: 'propose-duplicates',
    on: ['client.created', 'client.changed', 'client.merged', 'client.unmerged'],
    run: eachSubject(async () => (await import('#clients/usecases/duplicates/propose-duplicates')).proposeDuplicates),
  }),
  // A card with many deals is moved with an event for each.
  consumer({
    name: 'finish-merges',
    on: ['client.merged', 'client.unmerged'],
    batchSize: 1,
    visibilityTimeoutSeconds: 300,
    run: eachSubject(async () => (await import('#clients/usecases/merging/finish-merge')).finishMerge),
  }),
]
