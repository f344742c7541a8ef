/** What the description of the language says of personal data, in Russian. */
export const ruPersonalData: Readonly<Record<string, string>> = {
  'Where and how long personal data is kept, and who answers for it.':
    'Где и сколько хранятся персональные данные и кто за них отвечает.',
  'Of whose citizens it is: countries by two letters.': 'Чьих граждан это данные: страны двумя буквами.',
  'The country in which it is kept.': 'Страна, в которой данные лежат.',
  'a country such as RU': 'страна, например RU',
  'How long clients are kept, and erased then.': 'Сколько хранятся клиенты; потом они стираются.',
  'Whose cards it is said of.': 'Чьи карточки: людей, компаний или те и другие.',
  'How long after the last deal won, document or invoice; erased then.':
    'Сколько хранить после последней выигранной сделки, документа или счёта; потом клиент стирается.',
  'How long whoever has bought nothing is kept after the last thing that happened.':
    'Сколько хранить того, кто ничего не купил, после последнего события.',
  'How long talks with whoever has neither card nor deal are kept after the last word.':
    'Сколько хранить после последнего обращения разговоры с теми, у кого нет ни карточки, ни сделки.',
  'How long whoever has not given a required consent, or has revoked it, is kept.':
    'Сколько хранить того, кто не дал обязательного согласия или отозвал его.',
  'What is owed to whoever asks about their data.': 'Что положено тому, кто спрашивает о своих данных.',
  'Who answers what clients ask about their data.': 'Кто отвечает на запросы клиентов об их данных.',
  'In which time somebody is told what is kept of them.': 'За какое время сообщить, что о человеке хранится.',
  'In which time something wrong is put right.': 'За какое время исправить ошибку в данных.',
  'In which time somebody is erased.': 'За какое время стереть данные.',
  'In which time somebody is left alone.': 'За какое время прекратить обращаться к человеку.',
  'a length of time such as 60 calendar months': 'промежуток времени, например 60 calendar months',
  'a length of time such as 12 calendar months': 'промежуток времени, например 12 calendar months',
  'a length of time such as 10 working days': 'промежуток времени, например 10 working days',
  'a length of time such as 7 working days': 'промежуток времени, например 7 working days',
}
