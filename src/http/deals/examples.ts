import type { ExamplesOf } from '#http/described'
import { card, deal, dealId, moved, reply, taskId, view } from '#http/example-things'
import type { operations } from './operations'

const ofDeal = { params: { deal: dealId }, answer: { ...deal, version: 8 } }

const named = {
  id: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FH',
  number: '1E0FH',
  title: 'Framework contract for 2027',
  pipeline: 'b2b_repeat',
  stage: 'contract',
  status: 'won',
  owner: 'ivan.kotov',
} as const
const lines = {
  dealId,
  version: 8,
  title: deal.title,
  items: [
    {
      name: 'Coffee machine',
      quantity: 3,
      unit: 'pcs',
      priceKopecks: 15_000_000,
      vatPercent: 22,
      isOwnRate: false,
      kopecks: 45_000_000,
      vatKopecks: 8_114_754,
    },
  ],
  kopecks: 45_000_000,
  vatKopecks: 8_114_754,
}

/** An example of every operation on deals; only the description of the interface shows them. */
export const examples = {
  createDeal: {
    body: { title: deal.title, client: deal.client, fields: { amount: 45_000_000, source: 'site' } },
    answer: { ...deal, version: 1 },
  },
  listDeals: {
    query: { pipeline: 'b2b_new', stage: 'general_offer', q: 'aurora', limit: 50 },
    answer: { items: [card] },
  },
  readDeal: { params: { deal: dealId }, answer: view },
  readLinkedDeals: {
    params: { deal: dealId },
    answer: {
      to: [{ field: 'framework', deal: named }],
      from: [{ field: 'framework', deal: null }],
      isAll: true,
    },
  },
  updateDeal: { ...ofDeal, body: { fields: { amount: 47_000_000 } } },
  readLines: { params: { deal: dealId }, answer: lines },
  setLines: {
    params: { deal: dealId },
    body: { items: [{ name: 'Coffee machine', quantity: 3, unit: 'pcs', priceKopecks: 15_000_000 }] },
    answer: lines,
  },
  moveDeal: { ...ofDeal, body: { toStage: 'feedback', complete: [taskId] } },
  loseDeal: {
    params: { deal: dealId },
    body: { reason: 'price', comment: 'A competitor is cheaper by a third' },
    answer: { ...deal, version: 8, status: 'lost', closed: { at: deal.updatedAt, reason: 'price' } },
  },
  cancelDeal: {
    params: { deal: dealId },
    body: { reason: 'returned' },
    answer: { ...deal, version: 8, status: 'cancelled', closed: { at: deal.updatedAt, reason: 'returned' } },
  },
  reopenDeal: { ...ofDeal, body: { reason: 'They found the money' } },
  changeOwner: { ...ofDeal, body: { owner: 'ivan.kotov' }, answer: { ...deal, version: 8, owner: 'ivan.kotov' } },
  postEvent: { ...ofDeal, body: { event: 'payment_received', fields: { paid: 45_000_000 } } },
  recordReply: {
    ...ofDeal,
    body: { channel: 'phone', comment: 'Wants to see the machines on Friday' },
    answer: { ...deal, version: 8, firstReply: reply },
  },
  reattributeDeal: { ...ofDeal, body: { owner: 'ivan.kotov', reason: 'He closed it while Anna was ill' } },
  remind: { params: { deal: dealId }, body: { task: taskId }, answer: { told: ['egor.belyaev'], toldBefore: [] } },
  readTimeline: { params: { deal: dealId }, query: { limit: 20 }, answer: { items: [moved] } },
} as const satisfies ExamplesOf<typeof operations>
