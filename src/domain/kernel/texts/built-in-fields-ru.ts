/** What every deal and client has without its being declared, as Russian calls it. */
export const builtInFieldsRu: Readonly<Record<string, string>> = {
  amount: 'Сумма',
  paid: 'Оплачено',
  client_type: 'Тип клиента',
  repeat_client: 'Повторный клиент',
  source: 'Источник',
  expected_close: 'Ожидаемая дата закрытия',
  'client.name': 'Название или имя клиента',
  'client.inn': 'ИНН клиента',
  'client.kpp': 'КПП клиента',
  'client.phone': 'Телефон клиента',
  'client.email': 'Почта клиента',
  'client.legal_name': 'Полное название клиента',
  'client.ogrn': 'ОГРН клиента',
  'client.address': 'Юридический адрес клиента',
  'client.bik': 'БИК клиента',
  'client.account': 'Счёт клиента',
  'client.signer': 'Кто подписывает у клиента',
}

/** Options of what every deal has without its being declared, as a heading of a row says them. */
export const builtInOptionsRu: Readonly<Record<string, string>> = { company: 'Компания', person: 'Частное лицо' }
