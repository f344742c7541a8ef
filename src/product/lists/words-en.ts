// Written by npm run generate from the doors of the rooms: do not edit.
import type { Sentences } from '#domain/kernel/saying'
import { en as automationEn } from '#automation/words/en'
import { en as channelsEn } from '#channels/words/en'
import { en as clientsEn } from '#clients/words/en'
import { en as documentsEn } from '#documents/words/en'
import { en as entryEn } from '#entry/words/en'
import { en as exchangeEn } from '#exchange/words/en'
import { en as httpEn } from '#http/words/en'
import { en as loadsEn } from '#loads/words/en'
import { en as moneyEn } from '#money/words/en'
import { en as noticesEn } from '#notices/words/en'
import { en as releaseEn } from '#release/words/en'
import { en as reportsEn } from '#reports/words/en'
import { en as searchEn } from '#search/words/en'
import { en as webhooksEn } from '#webhooks/words/en'
import { en as workdayEn } from '#workday/words/en'

/** What is said in English, by whose it is. */
export const allEnglish: Readonly<Record<string, Sentences>> = {
  automation: automationEn,
  channels: channelsEn,
  clients: clientsEn,
  documents: documentsEn,
  entry: entryEn,
  exchange: exchangeEn,
  http: httpEn,
  loads: loadsEn,
  money: moneyEn,
  notices: noticesEn,
  release: releaseEn,
  reports: reportsEn,
  search: searchEn,
  webhooks: webhooksEn,
  workday: workdayEn,
}
