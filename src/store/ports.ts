import { ulid } from 'ulid'

import type { Language, Ports } from '#ports'
import type { WebhookOutlet } from '#webhook-ports'
import { automationStore } from './automation-store'
import { dealStore, type TableAccess } from './deal-store'
import { noticeStore } from './notice-store'
import { peopleStore, settingsStore } from './people-store'
import { planStore } from './plan-store'
import { randomFraction } from './random-fraction'
import { reportStore } from './report-store'
import { rulesStore } from './rules-store'
import { webhookStore } from './webhook-store'

/** Everything the use cases need, on the one table. `alarm` hears of rules that cannot be loaded. */
export function storePorts(access: TableAccess, language: Language, alarm?: (message: string) => void): Ports {
  return {
    clock: { now: () => new Date().toISOString() },
    ids: { next: (prefix) => `${prefix}_${ulid(undefined, randomFraction)}` },
    deals: dealStore(access),
    people: peopleStore(access),
    rules: rulesStore(access, alarm),
    plans: planStore(access.document, access.table),
    settings: settingsStore(access),
    reports: reportStore(access),
    automation: automationStore(access),
    notices: noticeStore(access),
    // Which channels are set up is for whoever sends to say.
    channels: {},
    webhooks: webhookStore(access),
    // So is the way out of this machine.
    outlet: noOutlet,
    language,
  }
}

const noOutlet: WebhookOutlet = {
  faultOf: () => Promise.reject(new Error('Nothing can be posted from here: the way out is not set up.')),
  post: () => Promise.reject(new Error('Nothing can be posted from here: the way out is not set up.')),
  randomBytes: () => {
    throw new Error('No secret can be made here: the way out is not set up.')
  },
  random: () => 0,
}
