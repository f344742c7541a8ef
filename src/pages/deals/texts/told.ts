import type { ChannelEvent, toldToDeals } from '#domain/rules/told-to-deals'
import { texts } from '#pages/texts/in-both'
import type { Language } from '#schemas/language-names'

type Names = Readonly<Record<(typeof toldToDeals)[number] | ChannelEvent, string>>

const en: Names = {
  invoice_issued: 'Invoice issued',
  invoice_paid: 'Invoice paid',
  payment_received: 'Payment received',
  document_made: 'Draft of a document made',
  document_issued: 'Document issued',
  document_sent: 'Document sent to the client',
  document_signed: 'Document signed by all',
  document_refused: 'The client refused a document',
  document_cancelled: 'Document cancelled',
  call_missed: 'Missed call of the client',
  call_answered: 'Spoken by telephone',
  message_received: 'The client has written by a messenger',
  mail_received: 'The client has written a mail',
  form_received: 'The client has sent a form',
  client_waiting: 'The client waits for an answer',
  call_back_late: 'The client was not called back in time',
}

const ru: Names = {
  invoice_issued: 'Счёт выставлен',
  invoice_paid: 'Счёт оплачен',
  payment_received: 'Пришла оплата',
  document_made: 'Сделан черновик документа',
  document_issued: 'Документ выпущен',
  document_sent: 'Документ отправлен клиенту',
  document_signed: 'Документ подписан всеми',
  document_refused: 'Клиент отказался подписывать',
  document_cancelled: 'Документ отменён',
  call_missed: 'Пропущенный звонок клиента',
  call_answered: 'Разговор по телефону',
  message_received: 'Клиент написал в мессенджере',
  mail_received: 'Клиент написал письмо',
  form_received: 'Клиент отправил форму',
  client_waiting: 'Клиент ждёт ответа',
  call_back_late: 'Клиенту не перезвонили вовремя',
}

/** What happens to documents, invoices and payments, and what clients do by channels, in the words of people; what the file names is called as it says. */
export const toldNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ru }

/** What a move lacked that no field or task says: the order of stages, payments, invoices and documents. */
export const lackedTexts = texts({
  en: {
    order: 'the order of the stages',
    paid: (percent: string) => `at least ${percent}% of what was invoiced paid`,
    invoiced: (name: string) => `the invoice “${name}” issued`,
    signed: (name: string) => `“${name}” signed`,
  },
  ru: {
    order: 'порядок этапов',
    paid: (percent: string) => `оплата не меньше ${percent} % от выставленного`,
    invoiced: (name: string) => `выставленный счёт «${name}»`,
    signed: (name: string) => `подписанный документ «${name}»`,
  },
})
