/** What `--help` says of commands and their options, by its English. */
export const helpRu: Readonly<Record<string, string>> = {
  'Write the schema by which an editor completes and explains this very file':
    'Записать схему, по которой редактор подсказывает именно для этого файла',
  'Where to write it; - prints it (default: pipelines.schema.json beside the file)':
    'Куда записать; - печатает (по умолчанию pipelines.schema.json рядом с файлом)',
  'Write it again whenever the file is saved': 'Записывать заново при каждом сохранении файла',
  'Show the public holidays of a year, or write them into the calendar':
    'Показать праздники года или вписать их в календарь',
  'Those of a region too, such as BY for Bavaria': 'И праздники региона, например BY для Баварии',
  'The file with the calendar': 'Файл с календарём',
  'Put the days into the file; everything else in it stays as it is':
    'Вписать дни в файл; всё остальное в нём остаётся как есть',
  'Make a first pipelines.yaml of a Bitrix24 export: docs/import-pipelines.md':
    'Сделать первый pipelines.yaml из выгрузки Битрикс24: docs/import-pipelines.md',
  'Where to write it; - prints it': 'Куда записать; - печатает',
  'Time zone of the company': 'Часовой пояс компании',
  'Language of the remarks: en or ru (default: that of the export)':
    'Язык пометок: en или ru (по умолчанию язык выгрузки)',
  'Write over a file that is there': 'Записать поверх существующего файла',
  'Write a first pipelines.yaml for a company: six questions, or their answers':
    'Записать первый pipelines.yaml для компании: шесть вопросов или ответы на них',
  'Where to write it': 'Куда записать',
  'Answers as YAML instead of questions: company, zone, hours, directions, stages, roles':
    'Ответы в YAML вместо вопросов: company, zone, hours, directions, stages, roles',
  'What the company is called': 'Как называется компания',
  'Its time zone, such as Europe/Moscow': 'Её часовой пояс, например Europe/Moscow',
  'Its working time, such as "mon-fri 09:00-18:00"': 'Её рабочее время, например "mon-fri 09:00-18:00"',
  'Whom it sells to: b2b_new, b2b_repeat, b2c_new, b2c_repeat':
    'Кому она продаёт: b2b_new, b2b_repeat, b2c_new, b2c_repeat',
  'The stages of a sale, such as presentation,contract,payment':
    'Этапы продажи, например presentation,contract,payment',
  'Who works beside the managers, such as head_of_sales,lawyer':
    'Кто работает кроме менеджеров, например head_of_sales,lawyer',
  'Language of names and remarks: en or ru': 'Язык названий и пометок: en или ru',
  'en or ru (default: as the locale says)': 'en или ru (по умолчанию как в системе)',
  'Folder that holds the data': 'Папка с данными',
  'Run the whole product on this machine': 'Запустить всю систему на этой машине',
  'Port of the API; 0 picks a free one': 'Порт API; 0 – любой свободный',
  'First rules of an empty data folder (default: pipelines.yaml)':
    'Первые правила для пустой папки с данными (по умолчанию pipelines.yaml)',
  'Print a token for the API of this machine': 'Напечатать токен для API этой машины',
  'Employee the token is for': 'Сотрудник, для которого токен',
  'Or somebody in this role': 'Или кто-нибудь в этой роли',
  'Show the resolved rules with the line every part came from':
    'Показать правила в собранном виде: из какой строки что взято',
  'The file to show': 'Какой файл показать',
  'pretty, json or markdown': 'pretty, json или markdown',
  'Work out a due date and say which days were skipped and why':
    'Посчитать срок и сказать, какие дни пропущены и почему',
  'Time it is counted from, such as "2026-12-30 16:30" (default: now)':
    'Время, от которого идёт отсчёт, например "2026-12-30 16:30" (по умолчанию сейчас)',
  'When the task was done that it is counted from': 'Когда выполнена задача, от которой идёт отсчёт',
  'When the event happened that it is counted from': 'Когда произошло событие, от которого идёт отсчёт',
  'The date in the field that it is counted from': 'Дата в поле, от которой идёт отсчёт',
  'One of `calendars` (default: the company’s)': 'Один из `calendars` (по умолчанию календарь компании)',
  'Write the playbook a newcomer learns the job from: a page for every direction and role':
    'Записать книгу для новичка: по странице на каждое направление и роль',
  'Folder for the pages': 'Папка для страниц',
  'markdown or html': 'markdown или html',
  'The file with the rules': 'Файл с правилами',
  'Import deals and targets from CSV files as a mapping file says':
    'Загрузить сделки и планы из CSV по файлу соответствий',
  'Only say what would be taken and what not': 'Только сказать, что было бы взято, а что нет',
  'Where the files are (default: the folder the mapping names)':
    'Где лежат файлы (по умолчанию папка из файла соответствий)',
  'Fill an empty data folder with a believable company': 'Заполнить пустую папку данными правдоподобной компании',
  'The same seed makes the same company': 'С тем же числом получится та же компания',
  'Print a report of the whole company; without a name: which there are':
    'Напечатать отчёт по всей компании; без названия – какие отчёты есть',
  'Month 2026-11, quarter 2026-Q4, half-year 2026-H2 or year 2026 (default: this month)':
    'Месяц 2026-11, квартал 2026-Q4, полугодие 2026-H2 или год 2026 (по умолчанию этот месяц)',
  'Or from a day …': 'Или с какого дня …',
  '… to a day': '… по какой день',
  'Only this direction': 'Только это направление',
  'Only directions with this axis value': 'Только направления с этим разрезом',
  'Only this department and those below it': 'Только этот отдел и его подразделения',
  'Only this employee': 'Только этот сотрудник',
  'What a row is: person, direction, stage …': 'Что будет строкой: person, direction, stage …',
  'For the plan: sum, count or tasks_done': 'Для плана: sum, count или tasks_done',
  'table, csv, xlsx or json': 'table, csv, xlsx или json',
  'Write to this file': 'Записать в этот файл',
  'List events that a consumer could not handle': 'Показать события, которые не удалось обработать',
  'Only those of this consumer': 'Только для этого обработчика',
  'Give dead letters to their consumers again': 'Обработать такие события снова',
  'Run a schedule now, such as refresh-pace, reconcile-columns, reconcile-plan, reconcile-reports or pack-reports':
    'Выполнить расписание сейчас, например refresh-pace, reconcile-columns, reconcile-plan, reconcile-reports или pack-reports',
  'Show everything that has happened to a deal, each event under the one that caused it':
    'Показать всё, что было со сделкой: каждое событие под тем, которое его вызвало',
  'Stop a rule of the automation at once': 'Сразу остановить правило автоматизации',
  'Why; deals on which it would have run say so': 'Почему; это будет видно в сделках, где правило сработало бы',
  'Let a paused rule of the automation run again': 'Снова запустить остановленное правило',
  'A Norma that runs elsewhere, instead of a data folder (or NORMA_URL)':
    'Норма, которая работает в другом месте, вместо папки с данными (или NORMA_URL)',
  'Who asks it (or NORMA_TOKEN)': 'От чьего имени спрашивать (или NORMA_TOKEN)',
  'Show what publishing a file would do to the deals that are open':
    'Показать, что публикация файла изменит в открытых сделках',
  'pretty, json or markdown (a comment for a pull request)': 'pretty, json или markdown (комментарий к pull request)',
  'Apply this key of the plan to deals in their stage too; several times if need be':
    'Применить этот ключ плана и к сделкам на их этапе; можно несколько раз',
  'Exit with 2 when there are changes': 'Код выхода 2, если есть изменения',
  'Make a file the rules in force; deals follow': 'Ввести правила из файла в действие; сделки перейдут на них',
  'What changes and why': 'Что меняется и почему',
  'Publish it then, after another check and plan': 'Опубликовать в это время, после новой проверки и плана',
  'A plan that plan --format json wrote: nothing is published when it is stale':
    'План, записанный командой plan --format json: если он устарел, ничего не публикуется',
  'Or the version in force that the file was planned on': 'Или действующая версия, для которой строился план',
  'Go back to what an earlier version said (default: the one before)':
    'Вернуться к тому, что было в прежней версии (по умолчанию в предыдущей)',
  Why: 'Почему',
  'Call a scheduled publishing off': 'Отменить запланированную публикацию',
  'Show which rules are in force, what is scheduled and how far deals have followed':
    'Показать, какие правила действуют, что запланировано и сколько сделок перешло',
  'Show what an id has become, or everything that was ever called otherwise':
    'Показать, чем стало имя, или всё, что когда-либо переименовали',
  'Exit codes: 0 publishable, 1 faults, 2 changes (with --exit-code), 3 blocked':
    'Коды выхода: 0 можно публиковать, 1 ошибки, 2 есть изменения (с --exit-code), 3 есть препятствия',
  'Exit codes: 0 done, 1 faults, 3 blocked, 4 somebody published in between':
    'Коды выхода: 0 готово, 1 ошибки, 3 есть препятствия, 4 кто-то опубликовал раньше',
  'Check pipelines.yaml: every fault with its place and what to write instead':
    'Проверить pipelines.yaml: каждая ошибка, её место и что написать вместо',
  'pretty, compact, json, jsonl, github, sarif, junit or markdown; NAME=FILE writes it there':
    'pretty, compact, json, jsonl, github, sarif, junit или markdown; ИМЯ=ФАЙЛ записывает туда',
  'More warnings than this are a failure (default: any number is fine)':
    'Если предупреждений больше, это ошибка (по умолчанию – сколько угодно)',
  'What to call the text when it is read from standard input (-)':
    'Как называть текст, прочитанный со стандартного ввода (-)',
  'Tell what a code of the check means, why it matters and how to mend it':
    'Рассказать, что значит код проверки, почему это важно и как исправить',
  'Put pipelines.yaml into the canonical form; remarks stay, and so does what it says':
    'Привести pipelines.yaml к принятому виду; пометки и смысл сохраняются',
  'Only say which files are not in it; exit code 1 then': 'Только сказать, какие файлы не в нём; тогда код выхода 1',
  'Print the result and leave the file as it is': 'Напечатать результат, файл не менять',
  'Put right what needs no guessing, and print every change as before → after':
    'Исправить то, где не надо гадать, и напечатать каждую правку: было → стало',
  'Only print what would be changed': 'Только напечатать, что было бы изменено',
  'Check on every save, say what has changed since, and keep the schema of the editor fresh':
    'Проверять при каждом сохранении, говорить, что изменилось, и обновлять схему редактора',
  'Exit codes: 0 clean, 1 faults, 2 used wrongly, 3 a failure of Norma itself':
    'Коды выхода: 0 чисто, 1 ошибки, 2 неверный вызов, 3 сбой самой Нормы',
  'Try the rules by pipelines.test.yaml, on a clock and a company of their own':
    'Испытать правила по pipelines.test.yaml на отдельных часах и отдельной компании',
  'pretty, junit or json': 'pretty, junit или json',
  'Only tests with this in their name': 'Только проверки, в названии которых есть это',
  'Fail when less of the rules was tried': 'Считать ошибкой, если проверена меньшая часть правил',
  'Run again whenever a file is saved': 'Запускать снова при каждом сохранении',
  'A new deal, or the history of real ones, through a file that is not published yet':
    'Провести новую сделку или историю настоящих по файлу, который ещё не опубликован',
  'new for a new deal; or the id of a real one, shown by its old and new rules side by side':
    'new – новая сделка; или номер настоящей: прежние и новые правила рядом',
  'A field of the new deal; several times if need be': 'Поле новой сделки; можно несколько раз',
  'When the new deal comes, such as "2026-12-31 17:40"': 'Когда приходит новая сделка, например "2026-12-31 17:40"',
  'Its direction (default: as new_deals says)': 'Её направление (по умолчанию как сказано в new_deals)',
  'The stage it begins in': 'Этап, с которого она начинается',
  'What happens when nobody ever does anything': 'Что будет, если никто ничего не делает',
  'Replay deals of the last days, such as 90d': 'Провести сделки за последние дни, например 90d',
  'Display this message': 'Показать эту справку',
  'Display version number': 'Показать номер версии',
  Usage: 'Как вызывать',
  Commands: 'Команды',
  Options: 'Параметры',
  Examples: 'Примеры',
  'For more info, run any command with the `--help` flag': 'Подробнее о любой команде – с параметром `--help`',
}
