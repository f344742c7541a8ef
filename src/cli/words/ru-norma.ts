import { plural } from '#config/messages/plural'
import type { Translated } from '#domain/kernel/saying'
import type { enNorma } from './en-norma'
import { meantRu } from './lists'

type Person = { readonly id: string; readonly roles: readonly string[] }

const kinds = { deals: 'сделки', targets: 'планы', employees: 'сотрудники' } as const

/** As `enNorma`, in Russian. */
export const ruNorma: Translated<typeof enNorma> = {
  // start
  port: ({ written }) => `Для --port нужно число от 0 до 65535, а написано «${written}».`,
  host: ({ written }) =>
    `Для --host нужно имя прокси перед Нормой, например norma.example.com, без https:// и без порта, а написано «${written}». Сама Норма слушает только эту машину.`,
  runs: ({ address, folder }) =>
    `Норма работает: ${address}   (данные в ${folder}, описание API: ${address}/openapi.json)`,
  open_pages: 'Откройте страницы в браузере:',
  provider_half: '--issuer и --client-id нужны вместе: укажите оба или ни одного.',
  provider_demo: 'С --demo каждый выбирает, кем войти, с --issuer – нет: уберите одно из двух.',
  issuer: ({ written }) =>
    `--issuer – это https-адрес провайдера OpenID Connect, например https://id.example.com, а написано «${written}».`,
  first_link: ({ name }) => `Ещё никто не входил. «${name}» входит по этой ссылке, один раз:`,
  get_token: 'Токен для API – в другом окне терминала:',
  then_try: 'Затем попробуйте:',
  example_title: 'Кофемашины для «Авроры»',
  no_company: ({ folder }) =>
    `В папке ${folder} нет компании. Укажите папку с ней через --data или создайте компанию командой «norma start --data ${folder}».`,
  founded: ({ folder, file }) => `В папке ${folder} не было компании: создана новая, с правилами из ${file}.`,
  other_rules: ({ version, day, file }) =>
    `Правила этой компании: версия ${version} от ${day}. Файл ${file} не использован; ввести его в действие: norma publish ${file}`,
  calendar_behind: ({ calendar, years }) =>
    `В календаре «${calendar}» правил нет ни одного праздника на ${years.join(' и ')} ${plural(years.length, 'год', 'годы', 'годы')}: выходные считаются рабочими. Впишите их: norma holidays СТРАНА ${years[0] ?? ''} --write`,
  stop: 'Остановить – Ctrl+C; данные сохранятся.',
  stopping: 'Останавливаюсь.',
  taking_over: 'Переношу данные прежней версии (её файлы остаются как есть)',
  stands_on: ({ name }) => `Данные хранит ${name}.`,
  letters_wait: ({ count }) =>
    `Не обработано и отложено событий: ${count}. Причину покажет norma dead-letters, а norma redrive попробует ещё раз.`,
  still_waiting: ({ count }) => `Ещё не обработано с прошлого раза: ${count}; задачи и цифры появятся следом.`,
  more_acts: ({ count }) => `  … и ещё ${count} – само собой; всё видно в лентах сделок.`,
  because: ({ why }) => `  причина: ${why}`,
  // token
  token_whom: 'Скажите, для кого токен: --as СОТРУДНИК или --role РОЛЬ.',
  nobody_in_role: ({ role, active }) => `В роли «${role}» нет никого из работающих. Есть: ${peopleOf(active)}.`,
  employee: ({ id, active }) => `Работающего сотрудника «${id}» нет. Есть: ${peopleOf(active)}.`,
  // integration
  integration_action: ({ action }) => `Команды «norma integration ${action}» нет. Напишите play ПАПКА или record ИМЯ.`,
  integration_none: ({ id }) => `Под именем «${id}» ничего не подключено.`,
  play_speed: ({ speed }) => `«${speed}» – не скорость. Напишите, во сколько раз быстрее, например 60.`,
  play_nothing: ({ folder }) =>
    `В ${folder} нет записанного дня. Укажите папку с файлами вроде examples/channels/day.json.`,
  play_file: ({ file, place, wants }) => `${file}: ${place === '' ? 'здесь' : `в «${place}»`} должно быть ${wants}.`,
  played: ({ sent, refused }) =>
    refused === 0 ? `Воспроизведено: ${sent}.` : `Воспроизведено: ${sent}; отклонено: ${refused}.`,
  recorded: ({ file, count }) =>
    `${count} в ${file}; имена, номера, адреса и секреты заменены. Просмотрите, прежде чем передавать.`,
  // demo
  demo_over: ({ folder, address }) =>
    `Над ${folder} сейчас работает Норма (${address}). Остановите её, заполните папку и запустите снова.`,
  demo_deals: 'Сделки за три месяца',
  demo_people: ({ people, deals, open, won, completed, lost, cancelled }) =>
    `Сотрудников: ${people}; сделок: ${deals}, из них открыто ${open}, выиграно и выполняется ${won}, ` +
    `завершено ${completed}, проиграно ${lost}, отменено ${cancelled}.`,
  demo_tasks: ({ open, overdue }) =>
    `Открытых задач: ${open}, просрочено ${overdue}. Есть планы на месяцы, квартал, полугодие и год.`,
  demo_made: ({ seconds }) => `Готово за ${seconds} с. Посмотреть:`,
  // search
  search_lists: 'Списки сделок',
  search_deals: 'сделок',
  clients_adopted: ({ deals, made, linked, redacted }) =>
    `Просмотрено сделок: ${deals}. Заведено карточек: ${made}, связано с прежними карточками: ${linked}, событий очищено: ${redacted}.`,
  clients_would: ({ deals, made, linked }) =>
    `Просмотрено сделок: ${deals}, ничего не записано. Карточек было бы заведено около ${made}, связано с карточками: ${linked}.`,
  register_loaded: ({ found, added, known, refused }) =>
    `Строк: ${found}. Загружено документов: ${added}, уже были: ${known}, не взято: ${refused}.`,
  register_would: ({ found, added, known, refused }) =>
    `Строк: ${found}, ничего не записано. Загрузилось бы документов: ${added}, уже есть: ${known}, не взято было бы: ${refused}.`,
  register_more: ({ count }) => `… и ещё ${count}.`,
  search_rebuilt: ({ deals }) => `Поиск собран заново. Сделок: ${deals}.`,
  // dead letters, schedules
  not_running: ({ folder }) => `Над ${folder} Норма сейчас не работает. Запустите её: npx norma start --data ${folder}`,
  door_answered: ({ address, status, text }) => `Норма по адресу ${address} отвечает ${status}: ${text}`,
  door_gone: ({ address }) => `Норма по адресу ${address} больше не отвечает.`,
  no_letters: 'Необработанных событий нет.',
  redriven: ({ count }) => `Отправлено на обработку снова: ${count}.`,
  letter: ({ ids, consumer }) =>
    `Среди необработанных событий${consumer === undefined ? '' : ` обработчика ${consumer}`} нет ${ids.map((id) => `«${id}»`).join(', ')}. Какие есть, покажет norma dead-letters.`,
  consumer: ({ id, guess, known }) => `Обработчика «${id}» нет. Есть: ${known.join(', ')}.${meantRu(guess)}`,
  has_run: ({ schedule }) => `Выполнено: ${schedule}.`,
  schedule: ({ id, guess, known }) => `Расписания «${id}» нет. Есть: ${known.join(', ')}.${meantRu(guess)}`,
  // automation
  paused: ({ rule, line }) => `Правило «${rule}» (строка ${line}) остановлено. Запустить снова: norma resume ${rule}`,
  resumed: ({ rule, line }) =>
    `Правило «${rule}» (строка ${line}) снова работает – для всего, что произойдёт с этого момента.`,
  no_reason: 'причина не указана',
  // people
  people_action: ({ written }) => `norma people умеет invite и rescue, а написано «${written}».`,
  invite_whom: ({ known }) => `Скажите, кого пригласить: norma people invite СОТРУДНИК. Есть: ${known.join(', ')}.`,
  invite_picked: ({ address }) =>
    `В демонстрационной компании каждый сам выбирает, кем войти: ${address}. Ссылка не нужна.`,
  invited: ({ name, day }) =>
    `Ссылка для «${name}», действует один раз, до ${day}. Кто её откроет, тот и войдёт как «${name}»: никому другому не отправляйте.`,
  people_kept: ({ ids }) => `Ничего не изменено: менять всех сотрудников (people_edit: all) могут ${ids.join(', ')}.`,
  people_rescued: ({ id }) => `«${id}» снова работает и может менять всех сотрудников (people_edit: all).`,
  people_whom: ({ known }) =>
    `Скажите, кому вернуть право: norma people rescue --as СОТРУДНИК. Есть: ${known.join(', ')}.`,
  people_nobody: ({ id, known }) => `Сотрудника «${id}» нет. Есть: ${known.join(', ')}.`,
  // report
  leak_usage:
    'Скажите, чьи просмотры и за какие дни нужны: «norma leak --employee anna.petrova --from 2026-11-01 --to 2026-11-30».',
  leak_format: ({ written }) => `Формата «${written}» нет. Напишите table или json.`,
  leak_sum: ({ persons, companies, gone, reveals, rows, searches, taken }) =>
    `Открыто карточек: людей – ${persons}, компаний – ${companies}, с тех пор стёртых – ${gone}. Показано контактов: ${reveals}; чужих клиентов в списках и файлах: ${rows}; поисков: ${searches}; файлов: ${taken}.`,
  report_format: ({ written }) => `Формата «${written}» нет. Напишите table, csv, xlsx или json.`,
  workbook: 'Книгу Excel на экран не вывести. Скажите, куда записать: --out report.xlsx',
  // import
  bringing: 'Всё записано. Обновляю задачи, план, доски и отчёты…',
  to_come: 'Событий впереди',
  packing: 'Укладываю данные для отчётов…',
  follows_later:
    'Всё записано. Задачи, план, доски и отчёты обновятся, пока Норма работает; делать для этого ничего не нужно.',
  cut_off: ({ mapping }) =>
    `Загрузка прервана. Созданное, о котором сказано выше, сохранено; «norma import ${mapping}» продолжит с этого места и ничего не создаст дважды.`,
  dry_cut_off: 'Пробный прогон прерван. Ничего не записано.',
  interrupted: 'Её попросили остановиться.',
  nothing_imported: 'Ничего не загружено.',
  dry_run: 'Пробный прогон: ничего не записано.',
  taken_so_far: ({ file, rows, kind, parts }) =>
    `${file}, насколько успел: строк – ${rows}; ${kinds[kind]}: ${parts.join(', ')}.`,
  going: ({ made, there, leftOut }) => `создано ${made}, уже есть ${there}, пропущено ${leftOut}`,
  taken: ({ file, rows, kind, parts }) => `${file}: строк – ${rows}; ${kinds[kind]}: ${parts.join(', ')}.`,
  speed: ({ rows, seconds, speed }) => `Строк: ${rows}, за ${seconds} с, в секунду – ${speed}.`,
  would_be: ({ count }) => `было бы создано – ${count}`,
  made: ({ count }) => `создано – ${count}`,
  continued: ({ count }) => `начато раньше и завершено сейчас – ${count}`,
  there: ({ count }) => `уже есть – ${count}`,
  left_out: ({ count }) => `пропущено – ${count}`,
  passed_over: ({ count }) => `не повторено, так как есть в файле раньше, – ${count}`,
}

function peopleOf(active: readonly Person[]): string {
  return active.map(({ id, roles }) => `${id} (${roles.join(', ')})`).join('; ')
}
