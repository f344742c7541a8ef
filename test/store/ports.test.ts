import { describe } from 'vitest'

import { languagePort } from '#config/language-port'
import { storePorts } from '#product/store-ports'
import { useEngine } from '#test/support/engine'
import { companySuite } from './company-suite'
import { dealStoreSuite } from './deal-store-suite'
import { noticeStoreSuite } from './notice-store-suite'
import { planStoreSuite } from './plan-store-suite'

const engine = useEngine()
const open = async () => {
  const table = await engine.createTable()
  return storePorts({ document: engine.client, table, contactSecret: 'test' }, languagePort)
}

describe('deals in the one table', () => dealStoreSuite(open))
describe('the company in the one table', () => companySuite(open))
describe('the plan in the one table', () => planStoreSuite(open))
describe('notices and webhooks in the one table', () => noticeStoreSuite(open))
