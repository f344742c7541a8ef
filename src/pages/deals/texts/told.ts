import type { toldToDeals } from '#domain/rules/told-to-deals'
import type { Language } from '#schemas/language-names'

type Names = Readonly<Record<(typeof toldToDeals)[number], string>>

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
}

/** What happens to documents, invoices and payments, in the words of people; what the file names is called as it says. */
export const toldNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ru }
