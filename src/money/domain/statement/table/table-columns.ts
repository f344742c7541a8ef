/** What a column of a statement may hold. `other…` is whoever is on the other side, whichever side that is. */
export type StatementColumn =
  | 'booked'
  | 'on'
  | 'number'
  | 'amount'
  | 'credit'
  | 'debit'
  | 'way'
  | 'ours'
  | 'other'
  | 'otherInn'
  | 'otherAccount'
  | 'payer'
  | 'payerInn'
  | 'payerAccount'
  | 'payee'
  | 'payeeInn'
  | 'payeeAccount'
  | 'purpose'
  | 'currency'

/** What banks, accountants and spreadsheets call them; case, ё, signs and the currency behind a name do not matter. */
export const statementColumns: Readonly<Record<StatementColumn, readonly string[]>> = {
  booked: [
    'Дата',
    'Дата операции',
    'Дата проводки',
    'Дата проведения',
    'Дата списания/зачисления',
    'Дата зачисления',
    'Дата поступления',
    'Дата платежа',
    'Date',
    'Booking date',
    'Booked',
    'Operation date',
    'Posting date',
    'Payment date',
  ],
  on: ['Дата документа', 'Дата док.', 'Дата п/п', 'Document date'],
  number: [
    'Номер',
    '№',
    'Номер документа',
    '№ документа',
    '№ док.',
    'Номер док.',
    'Номер платежа',
    'Номер п/п',
    'Номер платёжного поручения',
    '№ платёжного поручения',
    'Number',
    'No',
    'Document number',
    'Payment number',
  ],
  amount: [
    'Сумма',
    'Сумма платежа',
    'Сумма операции',
    'Сумма документа',
    'Сумма в валюте счёта',
    'Amount',
    'Sum',
    'Payment amount',
  ],
  credit: [
    'Кредит',
    'По кредиту',
    'Сумма по кредиту',
    'Оборот по кредиту',
    'Поступление',
    'Поступления',
    'Поступило',
    'Приход',
    'Зачисление',
    'Сумма зачисления',
    'Credit',
    'Received',
    'Paid in',
  ],
  debit: [
    'Дебет',
    'По дебету',
    'Сумма по дебету',
    'Оборот по дебету',
    'Списание',
    'Списания',
    'Списано',
    'Расход',
    'Сумма списания',
    'Debit',
    'Spent',
    'Paid out',
  ],
  way: ['Приход/расход', 'Дебет/кредит', 'Направление', 'Вид движения', 'Direction', 'In/out'],
  ours: ['Счёт', 'Наш счёт', 'Номер счёта', 'Расчётный счёт', 'Счёт организации', 'Account', 'Our account'],
  other: [
    'Контрагент',
    'Наименование контрагента',
    'Название контрагента',
    'Корреспондент',
    'Наименование корреспондента',
    'Counterparty',
    'Name',
    'Client',
    'Клиент',
  ],
  otherInn: ['ИНН', 'ИНН/КПП', 'ИНН контрагента', 'ИНН корреспондента', 'INN', 'Counterparty INN', 'Tax id'],
  otherAccount: [
    'Счёт контрагента',
    'Счёт корреспондента',
    'Р/с контрагента',
    'Расчётный счёт контрагента',
    'Номер счёта контрагента',
    'Counterparty account',
  ],
  payer: ['Плательщик', 'Наименование плательщика', 'Payer', 'Payer name'],
  payerInn: ['ИНН плательщика', 'Плательщик ИНН', 'Payer INN'],
  payerAccount: [
    'Счёт плательщика',
    'Р/с плательщика',
    'Расчётный счёт плательщика',
    'Плательщик счёт',
    'Payer account',
  ],
  payee: ['Получатель', 'Наименование получателя', 'Payee', 'Receiver', 'Payee name'],
  payeeInn: ['ИНН получателя', 'Получатель ИНН', 'Payee INN', 'Receiver INN'],
  payeeAccount: [
    'Счёт получателя',
    'Р/с получателя',
    'Расчётный счёт получателя',
    'Получатель счёт',
    'Payee account',
    'Receiver account',
  ],
  purpose: [
    'Назначение платежа',
    'Назначение',
    'Основание',
    'Основание платежа',
    'Purpose',
    'Payment purpose',
    'Details',
  ],
  currency: ['Валюта', 'Валюта счёта', 'Валюта операции', 'Currency'],
}
