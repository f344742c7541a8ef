import { describe } from 'vitest'

import { languagePort } from '#config/language-port'
import { memoryPorts } from '#product/memory-ports'
import { companySuite } from '#test/store/company-suite'
import { dealStoreSuite } from '#test/store/deal-store-suite'
import { noticeStoreSuite } from '#test/store/notice-store-suite'
import { planStoreSuite } from '#test/store/plan-store-suite'

const open = () =>
  Promise.resolve(memoryPorts({ clock: { now: () => '2026-12-01T07:00:00.000Z' }, language: languagePort }).ports)

describe('deals in memory', () => dealStoreSuite(open))
describe('the company in memory', () => companySuite(open))
describe('the plan in memory', () => planStoreSuite(open))
describe('notices and webhooks in memory', () => noticeStoreSuite(open))
