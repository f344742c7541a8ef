/** What a column of a register may hold. */
export type RegisterColumn =
  | 'kind'
  | 'number'
  | 'count'
  | 'on'
  | 'due'
  | 'buyer'
  | 'inn'
  | 'sum'
  | 'vat'
  | 'rate'
  | 'paid'
  | 'state'
  | 'deal'
  | 'seller'

/** What accountants, lawyers and our own files call them; case, ё, signs and the currency behind a name do not matter. */
export const registerColumns: Readonly<Record<RegisterColumn, readonly string[]>> = {
  kind: ['Документ', 'Вид', 'Вид документа', 'Тип', 'Тип документа', 'Document', 'Kind', 'Type'],
  number: [
    'Номер',
    'Номер договора',
    '№ договора',
    'Номер документа',
    '№ документа',
    'Номер счёта',
    '№ счёта',
    'Number',
    'No',
    'Contract number',
    'Invoice number',
    'Document number',
  ],
  // A column that only counts the rows is none with numbers, unless there is no other.
  count: ['№', '#'],
  on: [
    'Дата',
    'Дата договора',
    'Дата документа',
    'Дата счёта',
    'Дата заключения',
    'Дата подписания',
    'Дата выставления',
    'Date',
    'Contract date',
    'Invoice date',
    'Issued',
  ],
  due: ['Оплатить до', 'Срок оплаты', 'Due', 'Due date', 'Pay by'],
  buyer: [
    'Клиент',
    'Контрагент',
    'Покупатель',
    'Заказчик',
    'Наименование контрагента',
    'Наименование',
    'Client',
    'Customer',
    'Buyer',
    'Counterparty',
  ],
  inn: ['ИНН', 'ИНН контрагента', 'ИНН клиента', 'ИНН покупателя', 'ИНН заказчика', 'ИНН/КПП', 'INN', 'Tax id'],
  sum: [
    'Сумма',
    'Сумма договора',
    'Сумма счёта',
    'Сумма документа',
    'Сумма с НДС',
    'Цена договора',
    'Стоимость',
    'Sum',
    'Amount',
    'Total',
  ],
  vat: ['НДС', 'Сумма НДС', 'В т.ч. НДС', 'В том числе НДС', 'НДС в сумме', 'VAT', 'VAT amount', 'VAT inside'],
  rate: ['Ставка НДС', 'Ставка', 'VAT rate'],
  paid: ['Оплачено', 'Оплата', 'Сумма оплаты', 'Paid'],
  state: ['Состояние', 'Статус', 'State', 'Status'],
  deal: ['Сделка', '№ сделки', 'Номер сделки', 'Ссылка на сделку', 'Deal', 'Deal number'],
  seller: ['Наша организация', 'Организация', 'Продавец', 'Исполнитель', 'Поставщик', 'Seller', 'Our company'],
}
