/** What the description of the language says of clients, in Russian. */
export const ruClientLanguage: Readonly<Record<string, string>> = {
  'What is known of clients.': 'Что известно о клиентах.',
  'What is known of clients beside name, requisites, numbers and addresses.':
    'Что известно о клиентах кроме названия, реквизитов, телефонов и адресов.',
  'What is known of such a client.': 'Что известно о таком клиенте.',
  'Companies.': 'Компании.',
  'People.': 'Люди.',
  'What clients can be in a deal beside who buys.': 'Кем клиенты бывают в сделке, кроме покупателя.',
  'How much of other people’s clients may be read.': 'Сколько чужих клиентов можно смотреть.',
  'How much people may read on a day.': 'Сколько можно смотреть за день.',
  'Whom it is for; everybody without.': 'Для кого; если не указано – для всех.',
  'How many cards of other people’s clients they may open.': 'Сколько карточек чужих клиентов можно открыть.',
  'How many numbers and addresses they may be shown.': 'Сколько телефонов и адресов можно показать.',
  'How many of them they may have listed, in lists and files.':
    'Сколько чужих клиентов можно вывести списками и файлами.',
  'How often they may search.': 'Сколько раз можно искать.',
  'Who is told when somebody reads more than that.': 'Кому сообщают, если кто-то смотрит больше.',
  'What clients are asked to agree to.': 'На что спрашивают согласие клиентов.',
  'The words that clients see and agree to.': 'Текст, который клиент видит и с которым соглашается.',
  'What this wording is called; another one with every change.':
    'Как называется эта редакция; с каждой правкой – новая.',
  'Whether nothing goes on without it.': 'Обязательно ли согласие.',
  'By what whoever has agreed is written to; whoever revokes it is not any more.':
    'По чему пишут тем, кто согласился; тому, кто отозвал, больше не пишут.',
  'What people call whoever is that.': 'Как называют того, кто в этой роли.',
  'Whether it is a company or a person.': 'Компания это или человек.',
  'How many clients may be that in one deal.': 'Сколько клиентов может быть в этой роли в одной сделке.',
  'Whether it is shown to whose client it is alone, and erased with how to reach them.':
    'Видно ли поле только тому, чей это клиент, и стирается ли вместе с контактами.',
  'The country in which numbers that do not say theirs are dialled.':
    'Страна, в которой набирают номера без кода страны.',
  'Whose a client is when a deal of theirs changes hands.':
    'Чей клиент, если его сделку передали другому: stays – прежнего владельца, follows_deal – нового.',
  'The most that anybody sees of a client; rights decide below it.':
    'Самое большее, что видно о клиенте; в этих пределах решают права.',
  'How much is seen of numbers and addresses, beside what rights allow.':
    'Сколько видно телефонов и адресов, не больше чем дают права.',
  'Whose client it is.': 'Тот, чей это клиент.',
  'Who works in the department of whose client it is, or leads it or one above.':
    'Кто работает в отделе владельца клиента или руководит этим или вышестоящим отделом.',
  'Everybody else.': 'Все остальные.',
  'Who is told whose a client is that they may not see, where they type a whole number, address or INN.':
    'Кому говорят, чей это чужой клиент, если в поиске набран целый номер, адрес или ИНН.',
  'everybody, nobody, owner_manager or a role': 'everybody, nobody, owner_manager или роль',
  'What is done of itself where two cards may be one client.':
    'Что делается само, если две карточки могут быть одним клиентом.',
  'inn, phone with name, email with name or nothing': 'inn, phone with name, email with name или nothing',
  'What a new lead is recognised by without anybody being asked; the names have to agree as well.':
    'По чему новую заявку сами относят к известному клиенту; имена тоже должны сойтись.',
  'Which cards are proposed as one client.': 'Какие карточки предлагаются как один клиент.',
  'a number such as 6': 'число, например 6',
  'From how much speaks for it on.': 'Начиная с какого веса доводов.',
  'a number of names such as 3': 'число имён, например 3',
  'A number or an address that so many other names share is a switchboard and recognises nobody.':
    'Номер или адрес, общий со столькими другими именами, – общий номер офиса: по нему никого не узнают.',
}
