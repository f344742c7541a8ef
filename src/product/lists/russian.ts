// Written by npm run generate from the doors of the rooms: do not edit.
import type { Sentence } from '#domain/kernel/saying'
import { ru as attachedRu } from '#domain/attached/words/ru'
import { ru as booksRu } from '#domain/books/words/ru'
import { ru as dealsRu } from '#domain/deals/words/ru'
import { ru as departmentsRu } from '#domain/departments/words/ru'
import { ru as givingRu } from '#domain/giving/words/ru'
import { ru as peopleRu } from '#domain/people/words/ru'
import { ru as planRu } from '#domain/plan/words/ru'
import { ru as rulesRu } from '#domain/rules/words/ru'
import { ru as timeRu } from '#domain/time/words/ru'
import { ru as viewsRu } from '#domain/views/words/ru'
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

/** The Russian of every sentence there is, by key: for what was kept beside a record. */
export const allRussian: Readonly<Record<string, Sentence>> = {
  ...attachedRu,
  ...booksRu,
  ...dealsRu,
  ...departmentsRu,
  ...givingRu,
  ...peopleRu,
  ...planRu,
  ...rulesRu,
  ...timeRu,
  ...viewsRu,
  ...automationRu,
  ...channelsRu,
  ...clientsRu,
  ...documentsRu,
  ...entryRu,
  ...exchangeRu,
  ...httpRu,
  ...loadsRu,
  ...moneyRu,
  ...noticesRu,
  ...releaseRu,
  ...reportsRu,
  ...searchRu,
  ...webhooksRu,
  ...workdayRu,
}
