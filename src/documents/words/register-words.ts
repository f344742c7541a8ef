import type { DealDocument } from '#schemas/documents/documents'
import type { Language } from '#schemas/language-names'

type IssuedState = Exclude<DealDocument['state'], 'draft'>

/** How far a document has come since it was issued. */
export const issuedStates: Readonly<Record<Language, Readonly<Record<IssuedState, string>>>> = {
  en: {
    issued: 'issued',
    sent: 'sent',
    signed_us: 'signed by us',
    signed_client: 'signed by the client',
    signed: 'signed',
    refused: 'refused by the client',
    cancelled: 'cancelled',
    replaced: 'replaced',
  },
  ru: {
    issued: 'выпущен',
    sent: 'отправлен',
    signed_us: 'подписан нами',
    signed_client: 'подписан клиентом',
    signed: 'подписан',
    refused: 'клиент отказался',
    cancelled: 'отменён',
    replaced: 'заменён',
  },
}

/** What the register says, as a page and as a file. */
export type RegisterTexts = {
  readonly title: string
  readonly head: readonly string[]
  readonly states: Readonly<Record<string, string>>
  /** Why an invoice is cancelled of which a register says no more than that it is. */
  readonly cancelled: string
}

/** The words of the register. */
export const registerTexts: Readonly<Record<Language, RegisterTexts>> = {
  en: {
    title: 'Register',
    head: ['Document', 'Number', 'Date', 'Client', 'INN', 'Sum, RUB', 'VAT, RUB', 'Paid, RUB', 'State'],
    states: {
      ...issuedStates.en,
      part_paid: 'paid in part',
      paid: 'paid',
    },
    cancelled: 'Cancelled before the register was loaded',
  },
  ru: {
    title: 'Реестр',
    head: ['Документ', 'Номер', 'Дата', 'Клиент', 'ИНН', 'Сумма, руб.', 'НДС, руб.', 'Оплачено, руб.', 'Состояние'],
    states: {
      ...issuedStates.ru,
      part_paid: 'оплачен частично',
      paid: 'оплачен',
    },
    cancelled: 'Отменён до загрузки реестра',
  },
}
