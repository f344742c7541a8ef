// Written by npm run generate from the doors of the rooms: do not edit.
import type { Sentences } from '#domain/kernel/saying'
import { ru as automationRu } from '#automation/words/ru'
import { ru as channelsRu } from '#channels/words/ru'
import { ru as clientsRu } from '#clients/words/ru'
import { ru as documentsRu } from '#documents/words/ru'
import { ru as entryRu } from '#entry/words/ru'
import { ru as exchangeRu } from '#exchange/words/ru'
import { ru as httpRu } from '#http/words/ru'
import { ru as loadsRu } from '#loads/words/ru'
import { ru as moneyRu } from '#money/words/ru'
import { ru as noticesRu } from '#notices/words/ru'
import { ru as releaseRu } from '#release/words/ru'
import { ru as reportsRu } from '#reports/words/ru'
import { ru as searchRu } from '#search/words/ru'
import { ru as webhooksRu } from '#webhooks/words/ru'
import { ru as workdayRu } from '#workday/words/ru'

/** The same in Russian. */
export const allRussian: Readonly<Record<string, Sentences>> = {
  automation: automationRu,
  channels: channelsRu,
  clients: clientsRu,
  documents: documentsRu,
  entry: entryRu,
  exchange: exchangeRu,
  http: httpRu,
  loads: loadsRu,
  money: moneyRu,
  notices: noticesRu,
  release: releaseRu,
  reports: reportsRu,
  search: searchRu,
  webhooks: webhooksRu,
  workday: workdayRu,
}
