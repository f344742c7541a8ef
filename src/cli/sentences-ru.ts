import type { SentencePair } from '#domain/kernel/texts/sentence-pairs'

/** What the command line says to whoever typed something wrong, English and Russian, the narrower sentences first. */
export const usagePairs: readonly SentencePair[] = [
  [
    'There is no pipelines.yaml in this folder. Name a file: norma check FILE.',
    'В этой папке нет pipelines.yaml. Назовите файл: norma check ФАЙЛ.',
  ],
  [
    'There is no file {}. Write the tests of {} into it: docs/testing-rules.md shows how.',
    'Файла {1} нет. Напишите в него проверки для {2}: как – сказано в docs/testing-rules.md.',
  ],
  ['There is no file {}.', 'Файла {1} нет.'],
  [
    'There is a file {} already. Choose another with --out, or write over it with --force.',
    'Файл {1} уже есть. Выберите другой (--out) или запишите поверх (--force).',
  ],
  [
    '{} is a folder. Name a file in it, such as {}/pipelines.yaml.',
    '{1} – папка. Назовите файл в ней, например {2}/pipelines.yaml.',
  ],
  ['{} is no JSON: {}', '{1} – не JSON: {2}'],
  ['{} cannot be read: {}', 'Файл {1} не читается: {2}'],
  ['{} needs lines such as “company: {}”.', 'В {1} нужны строки вроде «company: {2}».'],
  [
    '{} has {} faults, so there is nothing to write yet. See them with: norma check {}',
    'Ошибок в {1}: {2}, поэтому писать пока нечего. Посмотрите их: norma check {3}',
  ],
  ['{} has {} faults. See them with: norma check {}', 'Ошибок в {1}: {2}. Посмотрите их: norma check {3}'],
  [
    '{} has faults, so nothing was written into it. See them with: norma check {}',
    'В {1} есть ошибки, поэтому в него ничего не записано. Посмотрите их: norma check {2}',
  ],
  [
    'The calendar of {} is written in a way that cannot be added to by itself. Put the days in by hand.',
    'Календарь в {1} записан так, что дополнить его сам я не могу. Впишите дни вручную.',
  ],
  ['Say where to: --format {}=FILE.', 'Скажите, куда записать: --format {1}=ФАЙЛ.'],
  [
    'Two formats at once cannot be printed. Write one to a file: --format {} --format {}=FILE.',
    'Напечатать можно только один формат. Другой запишите в файл: --format {1} --format {2}=ФАЙЛ.',
  ],
  ['--format takes {} or {}, not “{}”.', 'Для --format можно выбрать {1} или {2}, а написано «{3}».'],
  ['--format takes {}, not “{}”.', 'Для --format можно выбрать {1}, а написано «{2}».'],
  [
    'There is no format “{}”. Write table, csv, xlsx or json.',
    'Формата «{1}» нет. Напишите table, csv, xlsx или json.',
  ],
  [
    '--max-warnings takes a number such as 0, not “{}”.',
    'Для --max-warnings нужно число, например 0, а написано «{1}».',
  ],
  ['--lang takes en or ru, not “{}”.', 'Для --lang можно выбрать en или ru, а написано «{1}».'],
  ['--lang is en or ru, not “{}”.', 'Для --lang можно выбрать en или ru, а написано «{1}».'],
  [
    'Norma does not speak “{}”. Write --lang en or --lang ru.',
    'На языке «{1}» Норма не говорит. Напишите --lang en или --lang ru.',
  ],
  ['--port takes a number from 0 to 65535, not “{}”.', 'Для --port нужно число от 0 до 65535, а написано «{1}».'],
  [
    '--min-coverage takes a percentage such as 90, not “{}”.',
    'Для --min-coverage нужен процент, например 90, а написано «{1}».',
  ],
  [
    '--expected takes the number of a version, such as 41, not “{}”.',
    'Для --expected нужен номер версии, например 41, а написано «{1}».',
  ],
  [
    '--at takes an instant with its zone, such as 2026-12-01T06:00:00+03:00, not “{}”.',
    'Для --at нужен момент с часовым поясом, например 2026-12-01T06:00:00+03:00, а написано «{1}».',
  ],
  [
    '--at takes a time such as "2026-12-31 17:40", not “{}”.',
    'Для --at нужно время, например "2026-12-31 17:40", а написано «{1}».',
  ],
  [
    '--last takes a length such as 90d, 12w or 3m, not “{}”.',
    'Для --last нужен срок, например 90d, 12w или 3m, а написано «{1}».',
  ],
  [
    '--set takes field=value, such as amount=100000, not “{}”.',
    'Для --set нужно поле=значение, например amount=100000, а написано «{1}».',
  ],
  ['--stage needs --pipeline beside it.', 'Вместе с --stage нужно назвать и --pipeline.'],
  [
    '--field {} takes a day such as 2027-01-11, not “{}”.',
    'Для --field {1} нужен день, например 2027-01-11, а написано «{2}».',
  ],
  [
    '{} takes a time such as "2026-12-30 16:30" or 2026-12-30T13:30:00Z, not “{}”.',
    'Для {1} нужно время, например "2026-12-30 16:30" или 2026-12-30T13:30:00Z, а написано «{2}».',
  ],
  ['It is counted from “{}”, not from “{}”: {} {}=…', 'Отсчёт идёт от «{1}», а не от «{2}»: {3} {4}=…'],
  ['It is counted from “{}”: --field {}=2027-01-11', 'Отсчёт идёт от «{1}»: --field {2}=2027-01-11'],
  ['--watch writes to a file: leave “--out -” out.', 'С --watch результат пишется в файл: уберите «--out -».'],
  ['Choose one of --check and --stdout.', 'Выберите что-то одно: --check или --stdout.'],
  ['There is no calendar “{}”. There are: {}.', 'Календаря «{1}» нет. Есть: {2}.'],
  ['There is no code “{}”.', 'Кода «{1}» нет.'],
  ['There is no direction “{}”. The directions are: {}.', 'Направления «{1}» нет. Есть: {2}.'],
  ['There is no direction “{}”. There are: {}.', 'Направления «{1}» нет. Есть: {2}.'],
  ['“{}” has no stage “{}”. Its stages are: {}.', 'В направлении «{1}» нет этапа «{2}». Есть: {3}.'],
  ['There is no field “{}”.', 'Поля «{1}» нет.'],
  ['“{}” is computed. Set {} instead.', '«{1}» вычисляется. Задайте {2}.'],
  ['There is no deal {} in {}.', 'Сделки {1} в {2} нет.'],
  ['There is no deal {}.', 'Сделки {1} нет.'],
  [
    'Say what to simulate: “--deal new” for a new deal, or “--last 90d” for the history of real ones.',
    'Скажите, что проиграть: «--deal new» – новую сделку, «--last 90d» – историю настоящих.',
  ],
  ['No test is called like “{}”.', 'Проверки с таким названием нет: «{1}».'],
  ['The report cannot be written to {}.', 'Отчёт не записывается в {1}.'],
  [
    'A workbook is no text for a terminal. Say where to: --out report.xlsx',
    'Книгу Excel на экран не вывести. Скажите, куда записать: --out report.xlsx',
  ],
  [
    'Norma runs over {} ({}). Stop it, make the demo, start it again.',
    'Над {1} сейчас работает Норма ({2}). Остановите её, заполните папку и запустите снова.',
  ],
  [
    'No Norma runs over {}. Start it with: npx norma start --data {}',
    'Над {1} Норма сейчас не работает. Запустите её: npx norma start --data {2}',
  ],
  [
    'Name the file of the export: norma import-pipelines export.json',
    'Назовите файл выгрузки: norma import-pipelines export.json',
  ],
  [
    '“{}” is not a year from {} to {}. Write a year such as 2027.',
    '«{1}» – не год с {2} по {3}. Напишите год, например 2027.',
  ],
  [
    'There is no country “{}”. It is two letters, such as RU.',
    'Страны «{1}» нет. Код страны – две буквы, например RU.',
  ],
  ['There is no country “{}”. {}', 'Страны «{1}» нет. Код страны – две буквы, например RU.'],
  ['No regions of {} are known: leave --region out.', 'Для {1} регионы не известны: уберите --region.'],
  ['There is no region “{}” of {}. It can be: {}.', 'Региона «{1}» в {2} нет. Есть: {3}.'],
  ['There is no region “{}” of {}. {}', 'Региона «{1}» в {2} нет. {3}'],
  ['There is no region “{}” of {}.', 'Региона «{1}» в {2} нет.'],
  ['There is no country “{}”.', 'Страны «{1}» нет.'],
  ['Say what changes and why: --note "…".', 'Напишите, что меняется и почему: --note "…".'],
  [
    'Name the version to go back to by its number, such as 41, not “{}”.',
    'Назовите версию, к которой вернуться, её номером, например 41, а не «{1}».',
  ],
  ['There is only one version: there is nothing to go back to.', 'Версия пока одна: возвращаться некуда.'],
  [
    '{} holds no plan. Write one with: norma plan --format json > {}',
    'В {1} нет плана. Запишите его: norma plan --format json > {2}',
  ],
  [
    'No Norma answers at {}. Is the address right, and does it run?',
    'По адресу {1} Норма не отвечает. Верен ли адрес, и запущена ли она?',
  ],
  [
    '{} does not know this token. Give a fresh one with --token, or in NORMA_TOKEN.',
    'По адресу {1} этот токен не подходит. Дайте новый: --token или NORMA_TOKEN.',
  ],
  ['{} answered {}, which is no answer of Norma.', '{1} отвечает {2}: это ответ не Нормы.'],
  [
    'Say who asks {}: --token TOKEN, or NORMA_TOKEN.',
    'Скажите, от чьего имени спрашивать {1}: --token ТОКЕН или NORMA_TOKEN.',
  ],
  ['“{}” never was the name of anything else than it is today.', 'Имя «{1}» всегда значило то же, что сегодня.'],
  ['“{}” became {}, not “{}”.', '«{1}» теперь называется {2}, а не «{3}».'],
  [
    'Say who the token is for: --as EMPLOYEE, or --role ROLE.',
    'Скажите, для кого токен: --as СОТРУДНИК или --role РОЛЬ.',
  ],
  ['Nobody active is in the role “{}”. There are: {}.', 'В роли «{1}» нет никого из работающих. Есть: {2}.'],
  ['There is no active employee “{}”. There are: {}.', 'Работающего сотрудника «{1}» нет. Есть: {2}.'],
  ['Say what to do: {}. norma --help tells more.', 'Скажите, что сделать: {1}. Подробнее: norma --help.'],
  [
    'There is no command “{}”. There are: {}. norma --help tells more.',
    'Команды «{1}» нет. Есть: {2}. Подробнее: norma --help.',
  ],
  ['missing required args for command `{}`', 'Команде чего-то не хватает. Напишите: norma {1}'],
  ['Unknown option `{}`', 'Параметра {1} нет. Какие есть, скажет --help.'],
  ['option `{}` value is missing', 'После параметра не хватает значения: {1}'],
  ['Unused args: {}', 'Это лишнее: {1}'],
]

/** What the command line reports when it has done something. */
export const donePairs: readonly SentencePair[] = [
  [
    '“{}” (line {}) is paused and does nothing until: norma resume {}',
    'Правило «{1}» (строка {2}) остановлено. Запустить снова: norma resume {3}',
  ],
  [
    '“{}” (line {}) runs again, for what happens from now on.',
    'Правило «{1}» (строка {2}) снова работает – для всего, что произойдёт с этого момента.',
  ],
  ['There are no dead letters.', 'Необработанных событий нет.'],
  ['{} dead letters were given to their consumers again.', 'Отправлено на обработку снова: {1}.'],
  ['{} has run.', 'Выполнено: {1}.'],
  ['This text is in force already, as version {}.', 'Этот текст уже действует, это версия {1}.'],
  [
    'Version {} is in force. It says what version {} said.',
    'Действует версия {1}. В ней то же, что было в версии {2}.',
  ],
  ['Version {} is in force.', 'Действует версия {1}.'],
  ['“{}” is called off.', 'Публикация «{1}» отменена.'],
  [
    'It will be published at {}, after another check and plan. Call it off with: norma unschedule {}',
    'Будет опубликовано {1}, перед этим – ещё одна проверка и план. Отменить: norma unschedule {2}',
  ],
  ['{} deal has followed.', 'Перешло сделок: {1}.'],
  ['{} deals have followed.', 'Перешло сделок: {1}.'],
  [
    'Some have not followed yet; norma status says how far it is.',
    'Перешли ещё не все; сколько осталось, скажет norma status.',
  ],
  ['The file is not the one that was planned any more.', 'Файл уже не тот, для которого строился план.'],
  ['See all of them with: norma check {}', 'Посмотреть все: norma check {1}'],
  ['Back to version {}', 'Возврат к версии {1}'],
  ['v{} (back to v{}) is in force since {}, by {}: {}', 'v{1} (возврат к v{2}) действует с {3}, автор – {4}: {5}'],
  ['v{} (back to v{}) is in force since {}, by {}', 'v{1} (возврат к v{2}) действует с {3}, автор – {4}'],
  ['v{} is in force since {}, by {}: {}', 'v{1} действует с {2}, автор – {3}: {4}'],
  ['v{} is in force since {}, by {}', 'v{1} действует с {2}, автор – {3}'],
  ['STUCK: the deal {} could not follow: {}', 'НЕ ПЕРЕШЛА: сделка {1}: {2}'],
  ['{} open deal is judged by v{}', 'открытых сделок по v{2}: {1}'],
  ['{} open deals are judged by v{}', 'открытых сделок по v{2}: {1}'],
  ['scheduled for {} by {}: {} ({})', 'запланировано на {1}, {2}: {3} ({4})'],
  ['NOT PUBLISHED at {}: {} ({}). {}', 'НЕ ОПУБЛИКОВАНО {1}: {2} ({3}). {4}'],
  ['the rule “{}” is paused by {}: {}', 'правило «{1}» остановлено, {2}: {3}'],
  ['deals are following v{}: {} of {} since {}', 'сделки переходят на v{1}: {2} из {3}, начало {4}'],
  [
    '{} deals have followed v{} at {}; it is still watched for latecomers',
    'перешло сделок на v{2}: {1}, закончено {3}; опоздавшие ещё ожидаются',
  ],
  [
    '{} deals have followed v{}; it is still watched for latecomers',
    'перешло сделок на v{2}: {1}; опоздавшие ещё ожидаются',
  ],
  ['{} deals have followed v{} at {}', 'перешло сделок на v{2}: {1}, закончено {3}'],
  ['{} deals have followed v{}', 'перешло сделок на v{2}: {1}'],
  ['Nothing was ever called otherwise.', 'Ничего никогда не переименовывали.'],
  ['{} pages are in {}. Begin with {}.', 'Страниц в {2}: {1}. Начните с {3}.'],
  ['Bringing tasks, plan and boards up to date…', 'Обновляю задачи, план и доски…'],
  ['Nothing was published.', 'Ничего не опубликовано.'],
  ['Nothing was imported.', 'Ничего не загружено.'],
  [
    '{} {}: {} days off that would be worked otherwise.',
    '{1} {2}: нерабочих дней, которые пришлись на рабочие, – {3}.',
  ],
  ['Weekend days that are worked:', 'Выходные, которые стали рабочими:'],
  ['Left out, because these days are not worked anyway:', 'Пропущены: в эти дни и так не работают:'],
  [
    'Left out, because they are off only for a part of the day; see “short_days”:',
    'Пропущены: в эти дни не работают только часть дня; см. «short_days»:',
  ],
  ['What this list does not know:', 'Чего этот список не знает:'],
  [
    'Decisions for this one year are not in the list: compare it with the official calendar.',
    'Решений на один этот год в списке нет: сверьте его с официальным календарём.',
  ],
  [
    'Only what holds in the whole country. For a region add --region, one of: {}.',
    'Здесь только праздники всей страны. Для региона добавьте --region, есть: {1}.',
  ],
  [
    'The working day before a holiday is an hour shorter by law: write such days under “short_days”.',
    'Рабочий день перед праздником по закону на час короче: впишите такие дни в «short_days».',
  ],
  [
    'The government’s resolution for {} is not known to this version: {}',
    'Постановления правительства на {1} год эта версия не знает: оно переносит выходные дни января и может сделать субботы рабочими. Сверьте с официальным производственным календарём.',
  ],
  ['For the calendar of pipelines.yaml:', 'В календарь pipelines.yaml:'],
  [
    'Or let it be written into {}: norma holidays {} {} --write',
    'Или впишите их в {1} командой: norma holidays {2} {3} --write',
  ],
  ['{} has all of these days already.', 'В {1} все эти дни уже есть.'],
  ['Wrote {} holidays and {} extra working days into {}.', 'Вписано в {3}: праздников – {1}, рабочих выходных – {2}.'],
  [
    'There are no deal stages in this export. It needs the answer of crm.status.list, {}',
    'В этой выгрузке нет этапов сделок. Нужен ответ crm.status.list со строками, где ENTITY_ID – DEAL_STAGE или DEAL_STAGE_1.',
  ],
  [
    'The answer of crm.status.list is not whole: {} rows are missing. {}',
    'Ответ crm.status.list неполный: не хватает строк: {1}. Битрикс24 отдаёт по 50: запросите ещё раз с start=50 и добавьте этот ответ.',
  ],
  [
    'Bitrix24 refused to answer: it did not say why. Export it again.',
    'Битрикс24 отказался отвечать и не сказал почему. Выгрузите ещё раз.',
  ],
  ['Bitrix24 refused to answer: {}. Export it again.', 'Битрикс24 отказался отвечать: {1}. Выгрузите ещё раз.'],
  [
    'No direction of this export has a stage in which a deal is under way: there is nothing to work in.',
    'Ни в одном направлении этой выгрузки нет этапа, на котором со сделкой работают: работать негде.',
  ],
]
