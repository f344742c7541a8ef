import { inRussian } from '#config/messages/ru-language'

/** What an editor offers and explains, in Russian; names from the file stay as people gave them. */
export function schemaTextInRussian(text: string): string {
  if (Object.hasOwn(texts, text)) return texts[text] ?? text
  const named = /^\*\*([^*]+)\*\*(.*)$/s.exec(text)
  if (named !== null) return `**${schemaTextInRussian(named[1] ?? '')}**${kindInRussian(named[2] ?? '')}`
  for (const [pattern, instead] of patterns) if (pattern.test(text)) return text.replace(pattern, instead)
  return inRussian(text)
}

const texts: Readonly<Record<string, string>> = {
  'The manager of the deal.': 'Менеджер сделки.',
  'The head of the owner’s department.': 'Руководитель отдела, в котором менеджер сделки.',
  'Whoever had the last deal of this client; “otherwise” says who if nobody did.':
    'Кто вёл последнюю сделку этого клиента; «otherwise» – кто, если такого не было.',
  'A deal is created.': 'Сделка создана.',
  'A deal enters a stage; “stage” says which.': 'Сделка приходит на этап; «stage» – на какой.',
  'A field of a deal changes; “field” says which.': 'Меняется поле сделки; «field» – какое.',
  'A task is done; “task” says which.': 'Задача выполнена; «task» – какая.',
  'A deal is won.': 'Сделка выиграна.',
  'A deal is lost.': 'Сделка проиграна.',
  'A deal that was won is cancelled.': 'Выигранная сделка отменена.',
  'A client has rung and nobody took the call.': 'Клиент звонил, но никто не ответил.',
  'Somebody has spoken with a client by telephone.': 'С клиентом поговорили по телефону.',
  'A client has written by a messenger.': 'Клиент написал в мессенджере.',
  'A client has written a mail.': 'Клиент написал письмо.',
  'A client has sent a form of the site.': 'Клиент отправил форму с сайта.',
  'A client waits for an answer of ours.': 'Клиент ждёт нашего ответа.',
  'A client was not called back in time.': 'Клиенту не перезвонили вовремя.',
  'The client who buys.': 'Клиент, который покупает.',
  'There is no such channel. They are declared under “channels”.': 'Такого канала нет. Каналы объявляют в «channels».',
  'There is no such consent. They are declared under “consents”.':
    'Такого согласия нет. Согласия объявляют в «consents».',
  'There is no such template. They are declared under “messages”, “templates”.':
    'Такого шаблона нет. Шаблоны объявляют в «messages», «templates».',
  'There is no such role of clients. They are declared under “clients”, “roles”.':
    'Такой роли клиентов нет. Роли объявляют в «clients», «roles».',
  'Write a time of day in quotes, such as "18:00".': 'Напишите время суток в кавычках, например "18:00".',
  'The deal is done.': 'Сделка завершена.',
  'There is a value.': 'Значение есть.',
  'There is no value.': 'Значения нет.',
  'This or more.': 'Столько или больше.',
  'This or less.': 'Столько или меньше.',
  'Not this itself.': 'Само это значение не подходит.',
  'Both ends count.': 'Обе границы подходят.',
  'Tomorrow or later.': 'Завтра или позже.',
  'Yesterday or earlier.': 'Вчера или раньше.',
  'It lies ahead.': 'Ещё впереди.',
  'It is over.': 'Уже позади.',
  'From now up to that much later.': 'От текущего момента и не дальше этого срока.',
  'From today up to that day.': 'От сегодня до этого дня.',
  'Takes the value away.': 'Убирает значение.',
  Company: 'Компания',
  Person: 'Частное лицо',
  Amount: 'Сумма',
  Paid: 'Оплачено',
  'Client type': 'Тип клиента',
  'Repeat client': 'Повторный клиент',
  Source: 'Источник',
  'Expected close': 'Ожидаемая дата закрытия',
  'Name of the client': 'Название или имя клиента',
  'INN of the client': 'ИНН клиента',
  'KPP of the client': 'КПП клиента',
  'Telephone of the client': 'Телефон клиента',
  'E-mail address of the client': 'Почта клиента',
  'Full name of the client': 'Полное название клиента',
  'OGRN of the client': 'ОГРН клиента',
  'Registered address of the client': 'Юридический адрес клиента',
  'BIK of the client': 'БИК клиента',
  'Account of the client': 'Счёт клиента',
  'Who signs for the client': 'Кто подписывает у клиента',
  Yes: 'Да',
  No: 'Нет',
  'By closing time of the second working day after today.': 'К концу второго рабочего дня после сегодняшнего.',
  'Counted in opening hours only.': 'Считаются только рабочие часы.',
  'Days off count too.': 'Выходные тоже считаются.',
  'With a time of day.': 'С временем суток.',
  'By closing time today.': 'К концу сегодняшнего рабочего дня.',
  'Due the moment it appears.': 'Срок – сразу, как появится.',
  'On a certain date.': 'К определённой дате.',
  'The open task is cancelled.': 'Открытая задача отменяется.',
  'The task stays open.': 'Задача остаётся открытой.',
  'A deal that comes back gets the task again.': 'Вернувшаяся сделка получает задачу снова.',
  'A deal that comes back does not get it again.': 'Вернувшаяся сделка не получает её снова.',
  'Whoever stands in does it.': 'Делает заместитель.',
  'It waits until its responsible is back.': 'Ждёт, пока ответственный вернётся.',
  'One after another.': 'По очереди.',
  'Whoever has the least to do.': 'Кто меньше всех загружен.',
  'Any words.': 'Любые слова.',
  'A number; min and max are possible.': 'Число; можно задать min и max.',
  'A sum of money.': 'Сумма денег.',
  'A percentage such as 10%.': 'Проценты, например 10%.',
  'Hours from Monday to Friday.': 'Часы с понедельника по пятницу.',
  'Hours from Monday to Saturday.': 'Часы с понедельника по субботу.',
  'Hours on Monday.': 'Часы в понедельник.',
  'Hours on Tuesday.': 'Часы во вторник.',
  'Hours on Wednesday.': 'Часы в среду.',
  'Hours on Thursday.': 'Часы в четверг.',
  'Hours on Friday.': 'Часы в пятницу.',
  'Hours on Saturday.': 'Часы в субботу.',
  'Hours on Sunday.': 'Часы в воскресенье.',
  'A day; time can be counted from it.': 'День; от него можно считать срок.',
  'A day with a time of day; hours can be counted to it and from it.':
    'День и время; до него и от него можно считать часы.',
  'Another deal, of the direction in “to”; conditions know only whether there is one.':
    'Другая сделка, из направления «to»; условия знают только, указана ли она.',
  'An employee; “by: field.ID” asks a task of them.': 'Сотрудник; «by: field.ID» поручит ему задачу.',
  'One of “options”.': 'Один из вариантов «options».',
  'Yes or no.': 'Да или нет.',
  'A file; conditions know only whether it is there.': 'Файл; условия знают лишь, есть ли он.',
  'The stage the deal is in.': 'Этап, на котором сделка.',
  'The direction the deal is in.': 'Направление, в котором сделка.',
  'At least one of these must hold: “any: [{ … }, { … }]”.': 'Должно выполняться хотя бы одно: «any: [{ … }, { … }]».',
  'A task: what is to be done, by whom, until when.': 'Задача: что сделать, кому и к какому сроку.',
  'A stage with its first task.': 'Этап с первой задачей.',
  'A sales direction: its stages and when it is won.': 'Направление: этапы и когда сделка выиграна.',
  'Something that happens by itself.': 'То, что происходит само.',
  'Who is told, step by step.': 'Кому сообщать, шаг за шагом.',
  'Something to be known of a deal.': 'Что нужно знать о сделке.',
  'Which deals go to which direction, and to whom.': 'Какие сделки в какое направление и кому.',
  'The ladder of every late task that names no other.': 'Для каждой опоздавшей задачи без своей лестницы.',
  'The ladder of every stuck deal whose stage names no other.':
    'Для каждой застрявшей сделки, у этапа которой нет своей.',
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^Anything but “(.+)”; empty counts too\.$/, 'Всё, кроме «$1»; пустое тоже подходит.'],
  [/^As much as the field “(.+)” or more\.$/, 'Столько, сколько в поле «$1», или больше.'],
  [/^As much as the field “(.+)” or less\.$/, 'Столько, сколько в поле «$1», или меньше.'],
  [/^Counted from the moment this task is done: “(.+)”\.$/, 'Считается от выполнения задачи «$1».'],
  [/^Counted from the event “(.+)”\.$/, 'Считается от события «$1».'],
  [/^Counted back from the date “(.+)”\.$/, 'Считается назад от даты «$1».'],
  [/^Counted from the date “(.+)”\.$/, 'Считается от даты «$1».'],
  [/^Whoever is named in the field “(.+)”\.$/, 'Кто указан в поле «$1».'],
  [/^On the date “(.+)”\.$/, 'В дату «$1».'],
  [/^By the clock, before the time “(.+)”\.$/, 'По часам, до времени «$1».'],
  [/^By the clock, after the time “(.+)”\.$/, 'По часам, после времени «$1».'],
  [/^At the time “(.+)”\.$/, 'Ко времени «$1».'],
  [
    /^For example (.+) another task of the stage, (.+) a date field, (.+)$/,
    'Например $1 другой задачи этапа, $2 поля с датой, $3',
  ],
]

const kinds: readonly (readonly [string, string])[] = [
  [' – a text', ' – текст'],
  [' – a number', ' – число'],
  [' – a sum of money', ' – сумма денег'],
  [' – a percentage', ' – проценты'],
  [' – a date and time', ' – дата и время'],
  [' – an employee', ' – сотрудник'],
  [' – a date', ' – дата'],
  [' – a choice', ' – выбор'],
  [' – yes or no', ' – да или нет'],
  [' – a file', ' – файл'],
]

function kindInRussian(text: string): string {
  const kind = kinds.find(([english]) => text.startsWith(english))
  return kind === undefined ? text : `${kind[1]}${text.slice(kind[0].length)}`
}
