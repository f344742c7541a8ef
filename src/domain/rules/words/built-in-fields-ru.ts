/** What every deal has without its being declared, as Russian calls it. */
export const builtInFieldsRu: Readonly<Record<string, string>> = {
  amount: 'Сумма',
  paid: 'Оплачено',
  client_type: 'Тип клиента',
  repeat_client: 'Повторный клиент',
  source: 'Источник',
  expected_close: 'Ожидаемая дата закрытия',
}
