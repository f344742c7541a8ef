import type { SentencePair } from '#domain/kernel/texts/sentence-pairs'

/** What an import says of its mapping and of lines it leaves out, English and Russian. */
export const importPairs: readonly SentencePair[] = [
  [
    'There is no employee “{}” to own the deal. Import the employees first, or map the name to one there is.',
    'Сотрудника «{1}», который вёл бы сделку, нет. Сначала загрузите сотрудников или сопоставьте имя с тем, кто есть.',
  ],
  ['{} is in the future; history ends today.', '{1} – в будущем, а история кончается сегодня.'],
  ['The external id “{}…” is longer than 200 letters.', 'Внешний номер «{1}…» длиннее 200 знаков.'],
  [
    'A won deal of “{}” is past “{}”, not in “{}”. Write one of: {}.',
    'Выигранная сделка направления «{1}» уже прошла «{2}», а не стоит на «{3}». Напишите одно из: {4}.',
  ],
  [
    'A deal of “{}” that reached “{}” is won: write “won: yes” beside it.',
    'Сделка направления «{1}», которая дошла до «{2}», выиграна: напишите рядом «won: yes».',
  ],
  ['“{}” is no reason for a deal to be lost. There are: {}.', 'Причины проигрыша «{1}» нет. Есть: {2}.'],
  [
    'A lost deal has a reason: write “lost: REASON” ({}), or add “reason”.',
    'У проигранной сделки есть причина: напишите «lost: ПРИЧИНА» ({1}) или добавьте «reason».',
  ],
  [
    '“closed” is missing: the day on which deals were won or lost. Name a column.',
    'Не хватает «closed»: дня, когда сделки выиграны или проиграны. Назовите столбец.',
  ],
  [
    '“created” is missing: the day on which deals were made. Name a column.',
    'Не хватает «created»: дня, когда сделки заведены. Назовите столбец.',
  ],
  ['The rules know no stage “{}”. Write one of: {}.', 'В правилах нет этапа «{1}». Напишите одно из: {2}.'],
  ['The rules know no direction “{}”. Write one of: {}.', 'В правилах нет направления «{1}». Напишите одно из: {2}.'],
  ['The rules know no role “{}”. Write one of: {}.', 'В правилах нет роли «{1}». Напишите одно из: {2}.'],
  ['The rules know no field “{}”. Write one of: {}.', 'В правилах нет поля «{1}». Напишите одно из: {2}.'],
  [
    'The rules know no lost reason “{}”. Write one of: {}.',
    'В правилах нет причины проигрыша «{1}». Напишите одно из: {2}.',
  ],
  ['The rules know no {} “{}”. Write one of: {}.', 'В правилах нет имени «{2}». Напишите одно из: {3}.'],
  ['The rules know no {} “{}”. There are none.', 'В правилах нет имени «{2}»: там нет ни одного.'],
  ['{} has no column “{}”. Write one of: {}.', 'В {1} нет столбца «{2}». Напишите одно из: {3}.'],
  ['{} has no column “{}”. There are none.', 'В {1} нет столбца «{2}»: там нет ни одного.'],
  [
    'It cannot be told which deal the line is of: “group_by” gives nothing.',
    'Не понять, к какой сделке относится строка: «group_by» ничего не даёт.',
  ],
  ['The deal was made on {}, after it was closed on {}.', 'Сделка заведена {1}, позже, чем закрыта, – {2}.'],
  ['“{}” is not in the map of outcome. It has: {}.', 'Значения «{1}» в соответствиях для outcome нет. Есть: {2}.'],
  ['“{}” is “{}”, but “{}” in line {} of the same deal.', '«{1}» здесь «{2}», а в строке {4} той же сделки – «{3}».'],
  [
    'The external id “{}” stands at {} already. Give every deal its own, or group the lines by it.',
    'Внешний номер «{1}» уже есть у {2}. Дайте каждой сделке свой или сгруппируйте строки по нему.',
  ],
  [
    'An employee needs an id and a name; one of them is empty.',
    'Сотруднику нужны идентификатор и имя; одно из них пустое.',
  ],
  ['The target of {} for “{}” stands in line {} already.', 'План на {1} для «{2}» уже есть в строке {3}.'],
  [
    'There is no lookup “{}” in this mapping. Write one of: {}.',
    'Справочника «{1}» в этом файле соответствий нет. Напишите одно из: {2}.',
  ],
  [
    'There is no lookup “{}” in this mapping. There are none.',
    'Справочника «{1}» в этом файле соответствий нет: там нет ни одного.',
  ],
  ['“{}” is missing: {}', 'Не хватает «{1}»: напишите столбец (column) или одно значение для всех (value).'],
  ['Write “amount” beside “fields”, not among them.', 'Пишите «amount» рядом с «fields», а не внутри.'],
  [
    'Say what each value of the column means: “map: { Won: { won: yes }, Lost: { lost: a reason } }”.',
    'Скажите, что значит каждое значение столбца: «map: { Won: { won: yes }, Lost: { lost: причина } }».',
  ],
  ['A deal is either won or lost: keep one of them.', 'Сделка или выиграна, или проиграна: оставьте что-то одно.'],
  ['The mapping is empty. Begin with “version: 1”.', 'Файл соответствий пуст. Начните с «version: 1».'],
  ['A mapping begins with “version: 1”.', 'Файл соответствий начинается с «version: 1».'],
  [
    'A mapping has “inputs”: a list of files and what is in them.',
    'В файле соответствий есть «inputs»: список файлов и того, что в них.',
  ],
  [
    'The lookup “{}” lacks “{}”: it needs file, from and to.',
    'В справочнике «{1}» не хватает «{2}»: нужны file, from и to.',
  ],
  ['Every input says its kind: {}.', 'У каждого входа указан вид (kind): {1}.'],
  ['Every input names its file.', 'У каждого входа назван файл (file).'],
  [
    'Say where {} comes from: one of column, text (with {columns} in it) or value (the same for all).',
    'Скажите, откуда берётся значение: column, text (со {столбцами} внутри) или value (одно для всех).',
  ],
  [
    '“otherwise” is for values that “map” does not know: add a map, or take it away.',
    '«otherwise» – для значений, которых нет в «map»: добавьте map или уберите otherwise.',
  ],
  [
    'A factor is a whole number of 1 or more, such as 1000 for a file in thousands.',
    'Множитель (factor) – целое число от 1, например 1000 для файла в тысячах.',
  ],
  [
    '“{}” does not say how dates are written. Write it such as YYYY-MM-DD, DD.MM.YYYY or M/D/YYYY HH:mm.',
    '«{1}» не говорит, как записаны даты. Напишите, например, YYYY-MM-DD, DD.MM.YYYY или M/D/YYYY HH:mm.',
  ],
  [
    '“{}” cannot be a delimiter. Write one character, such as ";" or "|", or the word tab.',
    '«{1}» не может быть разделителем. Напишите один знак, например ";" или "|", или слово tab.',
  ],
  ['A target of the company has no “id”: take it away.', 'У плана компании нет «id»: уберите его.'],
  [
    '“{}” and “wide” say the same twice: keep one of them.',
    '«{1}» и «wide» говорят одно и то же: оставьте что-то одно.',
  ],
  [
    "Write in “wide” the columns, each with its period: “columns: { M01: '{Year}-01', M02: '{Year}-02' }”.",
    "Напишите в «wide» столбцы, каждый со своим периодом: «columns: { M01: '{Year}-01', M02: '{Year}-02' }».",
  ],
  ['“{}” is neither yes nor no.', '«{1}» – ни да, ни нет.'],
  ['“{}” is not a date written as {}.', '«{1}» – не дата вида {2}.'],
  ['“{}” is more exact than money or counts are: no decimals.', '«{1}» точнее, чем бывает: нужно без дробной части.'],
  [
    '“{}” is more exact than money or counts are: at most {} decimals.',
    '«{1}» точнее, чем бывают деньги: знаков после запятой не больше {2}.',
  ],
  ['“{}” is empty.', 'Значение «{1}» пустое.'],
  ['“{}” is too large.', '«{1}» – слишком много.'],
  ['“{}” is not a whole number written such as {}.', '«{1}» – не целое число вида {2}.'],
  ['“{}” is not {} written such as {}.', '«{1}» – не число вида {3}.'],
  ['“{}” is not in the column “{}” of {}.', 'Значения «{1}» нет в столбце «{2}» файла {3}.'],
  [
    '“{}” is not in the mapping. It has: {}. Add it, or write “otherwise: keep”.',
    'Значения «{1}» нет в соответствиях. Есть: {2}. Добавьте его или напишите «otherwise: keep».',
  ],
  ['There is no key “{}” in {}. Write one of: {}.', 'Ключа «{1}» здесь нет. Напишите одно из: {3}.'],
  ['Write {} as keys with values, one a line.', 'Здесь нужны ключи со значениями, по одному в строке.'],
  ['“{}” has no value.', 'У «{1}» нет значения.'],
  ['Write {} as one text.', 'Здесь нужен один текст.'],
  ['“{}” cannot be {}. Write one of: {}.', '«{1}» здесь не подходит. Напишите одно из: {3}.'],
  ['{} cannot be read. It is not in the folder {}.', 'Файл {1} не читается: в папке {2} его нет.'],
  ['{} cannot be read. The file is empty: it needs a line of headings.', 'Файл {1} пуст: нужна строка заголовков.'],
  [
    '{} cannot be read. The file is not UTF-8. Write “encoding: cp1251” in its format (or utf-16).',
    'Файл {1} не в UTF-8. Напишите в его format «encoding: cp1251» (или utf-16).',
  ],
  [
    '{} cannot be read. The heading is one column, “{}”. Write “delimiter: {}” in its format.',
    'В заголовке файла {1} один столбец, «{2}». Напишите в его format «delimiter: {3}».',
  ],
  [
    'has {} value, the heading has {}. Put values that hold the delimiter in quotes.',
    'значение одно ({1}), а в заголовке их {2}. Возьмите в кавычки значения, в которых есть разделитель.',
  ],
  [
    'has {} values, the heading has {}. Put values that hold the delimiter in quotes.',
    'значений {1}, а в заголовке {2}. Возьмите в кавычки значения, в которых есть разделитель.',
  ],
  [
    'has a quote inside a value. Double the quotes there: "the ""big"" one".',
    'внутри значения стоит кавычка. Удвойте её: "тот ""большой"" заказ".',
  ],
  [
    'opens a quote that is never closed, so the lines from there on are lost.',
    'кавычка открыта и не закрыта, поэтому строки дальше потеряны.',
  ],
]
