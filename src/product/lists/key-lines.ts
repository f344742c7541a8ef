// Written by npm run generate from the doors of the rooms: do not edit.
import type { KeyLine } from '#store/key'
import { keyLines as dealsKeyLines } from '#store/deals/keys'
import { keyLines as limitsKeyLines } from '#store/limits/keys'
import { keyLines as numbersKeyLines } from '#store/numbers/keys'
import { keyLines as peopleKeyLines } from '#store/people/keys'
import { keyLines as planKeyLines } from '#store/plan/keys'
import { keyLines as rulesKeyLines } from '#store/rules/keys'
import { keyLines as viewsKeyLines } from '#store/views/keys'
import { keyLines as automationKeyLines } from '#automation/store/keys'
import { keyLines as channelsKeyLines } from '#channels/store/keys'
import { keyLines as clientsKeyLines } from '#clients/store/keys'
import { keyLines as documentsKeyLines } from '#documents/store/keys'
import { keyLines as entryKeyLines } from '#entry/store/keys'
import { keyLines as exchangeKeyLines } from '#exchange/store/keys'
import { keyLines as loadsKeyLines } from '#loads/store/keys'
import { keyLines as moneyKeyLines } from '#money/store/keys'
import { keyLines as noticesKeyLines } from '#notices/store/keys'
import { keyLines as reportsKeyLines } from '#reports/store/keys'
import { keyLines as searchKeyLines } from '#search/store/keys'
import { keyLines as webhooksKeyLines } from '#webhooks/store/keys'
import { keyLines as workdayKeyLines } from '#workday/store/keys'

/** What is kept in the one table, by whose it is. */
export const allKeyLines: Readonly<Record<string, readonly KeyLine[]>> = {
  deals: dealsKeyLines,
  limits: limitsKeyLines,
  numbers: numbersKeyLines,
  people: peopleKeyLines,
  plan: planKeyLines,
  rules: rulesKeyLines,
  views: viewsKeyLines,
  automation: automationKeyLines,
  channels: channelsKeyLines,
  clients: clientsKeyLines,
  documents: documentsKeyLines,
  entry: entryKeyLines,
  exchange: exchangeKeyLines,
  loads: loadsKeyLines,
  money: moneyKeyLines,
  notices: noticesKeyLines,
  reports: reportsKeyLines,
  search: searchKeyLines,
  webhooks: webhooksKeyLines,
  workday: workdayKeyLines,
}
