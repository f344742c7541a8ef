import { operation } from '#http/operation'
import { moveDeal } from '#usecases/deals/move-deal'
import { readDeal } from '#usecases/deals/read-deal'

import { versionTag } from '#http/operations/commands'

// What moves and reads a deal is there from the start; the rest is loaded when it is asked for.
/** What may be asked of deals. */
export const operations = [
  operation({
    id: 'createDeal',
    method: 'POST',
    path: '/deals',
    right: 'deals_edit',
    agent: { as: 'createDeal' },
    body: 'CreateDeal',
    answer: 'Deal',
    status: 201,
    once: true,
    etag: versionTag,
    location: (deal) => `/deals/${deal.id}`,
    run: async ({ ports, command, body }) =>
      (await import('#usecases/deals/create-deal')).createDeal(ports, command, body),
  }),
  operation({
    id: 'listDeals',
    method: 'GET',
    path: '/deals',
    right: 'deals_read',
    agent: { as: 'findDeals' },
    query: 'DealsQuery',
    answer: 'DealPage',
    paged: true,
    run: async ({ ports, caller, people, query: { q, ...query }, page }) =>
      q === undefined
        ? (await import('#usecases/deals/list-deals')).listDeals(ports, { caller, people }, query, page)
        : (await import('#usecases/deals/search-deals')).searchDeals(ports, { caller, people }, { ...query, q }, page),
  }),
  operation({
    id: 'readDeal',
    method: 'GET',
    path: '/deals/{deal}',
    right: 'signed_in',
    forKeys: 'deals_read',
    agent: { as: 'readDeal' },
    answer: 'DealView',
    etag: (view) => `"${view.tag}"`,
    worded: true,
    run: async ({ ports, caller, people, params, language }) => {
      const view = await readDeal(ports, caller, people, params.deal)
      return language === 'en' ? view : (await import('./view-in-russian')).viewInRussian(ports, view)
    },
  }),
  operation({
    id: 'readLinkedDeals',
    method: 'GET',
    path: '/deals/{deal}/linked-deals',
    right: 'signed_in',
    forKeys: 'deals_read',
    answer: 'LinkedDeals',
    run: async ({ ports, caller, people, params }) =>
      (await import('#usecases/linked/read-linked-deals')).readLinkedDeals(ports, { caller, people }, params.deal),
  }),
  operation({
    id: 'updateDeal',
    method: 'PATCH',
    path: '/deals/{deal}',
    right: 'deals_edit',
    body: 'UpdateDeal',
    answer: 'Deal',
    ifMatch: 'required',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/update-deal')).updateDeal(ports, command, params.deal, body),
  }),
  operation({
    id: 'readLines',
    method: 'GET',
    path: '/deals/{deal}/lines',
    right: 'signed_in',
    forKeys: 'deals_read',
    answer: 'ShownLines',
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, caller, params }) =>
      (await import('#usecases/money/deal-lines')).readLines(ports, caller, params.deal),
  }),
  operation({
    id: 'setLines',
    method: 'PUT',
    path: '/deals/{deal}/lines',
    right: 'deals_edit',
    body: 'SetLines',
    answer: 'ShownLines',
    ifMatch: 'required',
    once: true,
    etag: ({ version }) => `"${version}"`,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/money/deal-lines')).setLines(ports, command, params.deal, body),
  }),
  operation({
    id: 'moveDeal',
    method: 'POST',
    path: '/deals/{deal}/moves',
    right: 'deals_edit',
    agent: { as: 'moveDeal' },
    body: 'MoveDeal',
    answer: 'Deal',
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: ({ ports, command, params, body }) => moveDeal(ports, command, params.deal, body),
  }),
  operation({
    id: 'loseDeal',
    method: 'POST',
    path: '/deals/{deal}/loss',
    right: 'deals_edit',
    body: 'CloseDeal',
    answer: 'Deal',
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/close-deal')).loseDeal(ports, command, params.deal, body),
  }),
  operation({
    id: 'cancelDeal',
    method: 'POST',
    path: '/deals/{deal}/cancellation',
    right: 'deals_edit',
    body: 'CloseDeal',
    answer: 'Deal',
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/close-deal')).cancelDeal(ports, command, params.deal, body),
  }),
  operation({
    id: 'reopenDeal',
    method: 'POST',
    path: '/deals/{deal}/reopening',
    right: 'deals_edit',
    body: 'ReopenDeal',
    answer: 'Deal',
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/reopen-deal')).reopenDeal(ports, command, params.deal, body),
  }),
  operation({
    id: 'changeOwner',
    method: 'PUT',
    path: '/deals/{deal}/owner',
    right: 'deals_edit',
    body: 'ChangeOwner',
    answer: 'Deal',
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/change-owner')).changeOwner(ports, command, params.deal, body),
  }),
  operation({
    id: 'postEvent',
    method: 'POST',
    path: '/deals/{deal}/events',
    right: 'deals_edit',
    body: 'PostEvent',
    answer: 'Deal',
    status: 201,
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/post-event')).postEvent(ports, command, params.deal, body),
  }),
  operation({
    id: 'recordReply',
    method: 'POST',
    path: '/deals/{deal}/reply',
    right: 'deals_edit',
    body: 'RecordReply',
    answer: 'Deal',
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/record-reply')).recordReply(ports, command, params.deal, body),
  }),
  operation({
    id: 'reattributeDeal',
    method: 'PUT',
    path: '/deals/{deal}/attribution',
    right: 'signed_in',
    body: 'ReattributeDeal',
    answer: 'Deal',
    ifMatch: 'optional',
    once: true,
    etag: versionTag,
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/deals/reattribute-deal')).reattributeDeal(ports, command, params.deal, body),
  }),
  operation({
    id: 'remind',
    method: 'POST',
    path: '/deals/{deal}/reminders',
    right: 'signed_in',
    body: 'Remind',
    answer: 'Reminded',
    run: async ({ ports, command, params, body }) =>
      (await import('#usecases/tasks/remind')).remind(ports, command, params.deal, body),
  }),
  operation({
    id: 'readTimeline',
    method: 'GET',
    path: '/deals/{deal}/timeline',
    right: 'signed_in',
    forKeys: 'deals_read',
    query: 'PageQuery',
    answer: 'EventPage',
    paged: true,
    run: async ({ ports, caller, people, params, page }) =>
      (await import('#usecases/deals/read-timeline')).readTimeline(ports, { caller, people }, params.deal, page),
  }),
] as const
