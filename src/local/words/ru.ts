import type { Translated } from '#domain/kernel/saying'
import type { en } from './en'
import { ruEvents } from './ru-events'

/** As `en`, in Russian. */
export const ru: Translated<typeof en> = {
  ...ruEvents,
  port_taken: 'Порт занят другой программой. Выберите другой (--port), или 0 – любой свободный.',
  folder_taken: ({ folder, process }) =>
    `Норма уже работает с данными в ${folder} (процесс ${process}). Сначала остановите её или назовите другую папку (--data).`,
  data_lost: ({ folder, file }) =>
    `Папкой ${folder} уже пользовались, но файла ${file} в ней больше нет: верните его из копии или назовите пустую папку (--data).`,
  secret_short: ({ path, length, wanted }) =>
    `В файле секрета ${path} знаков: ${length}, а должно быть ${wanted}. Верните файл из копии: с другим секретом прежние клиенты не найдутся.`,
  folder_is_file: ({ folder }) => `${folder} – это файл, а для данных нужна папка. Назовите другую: --data.`,
  issuer_unreadable: ({ path }) =>
    `Ключ в ${path} не читается. Удалите файл: будет создан новый, и всем придётся войти заново.`,
  picker_outside: ({ host }) =>
    `В этой папке каждый выбирает, кем войти, поэтому под именем ${host} она не открывается: демонстрация – только для этого компьютера. Уберите --host или начните с пустой папки без --demo.`,
  data_emptied: ({ folder, file }) =>
    `Папкой ${folder} уже пользовались, но в её файле ${file} ничего нет: верните его из копии, назовите сервер, где лежали данные (AWS_ENDPOINT_URL_DYNAMODB), или пустую папку (--data).`,
  disk_full: ({ folder }) =>
    `Диск заполнен: в ${folder} ничего не сохранить. Освободите место и запустите снова; всё, что было подтверждено раньше, сохранено.`,
  folder_closed: ({ folder }) =>
    `В ${folder} нельзя писать. Дайте этому пользователю право на запись или назовите другую папку (--data).`,
  store_empty: ({ path }) =>
    `Файл ${path} пуст, а Норма таким его не оставляет: верните его из копии или назовите пустую папку (--data).`,
  store_other_form: ({ path, form }) =>
    `Файл ${path} записан другой версией Нормы (формат ${form}). Запустите ту версию или верните копию, сделанную этой.`,
  store_damaged: ({ path, why }) => `Файл ${path} повреждён (${why}). Верните папку из копии.`,
  table_without_stream: ({ table }) => `У таблицы ${table} нет потока: создайте её с потоком новых образов.`,
  backstage_failed: ({ table }) => `То, что работает за API, не запустилось на таблице ${table}.`,
  api_failed: 'Сбой в API.',
  words_unmade:
    'Не удалось собрать указатель для поиска. Норма попробует ещё раз при следующем запуске; сразу это сделает norma rebuild-search.',
  page_failed: 'Сбой на странице.',
  store_said: ({ text }) => text,
  consumer_failed: 'Обработчик не справился; он попробует ещё раз.',
  messages_failed: ({ consumer, why }) => `${consumer} не справился: ${why}`,
  messages_late: ({ consumer }) => `${consumer} не ответил вовремя`,
  message_aside: ({ consumer, why }) => `${consumer} отложил событие: ${why}`,
  schedule_failed: ({ name }) => `Расписание ${name} не выполнено`,
  stream_unread: 'Поток событий не читается дальше; пробую ещё раз',
  stream_unforgotten: 'Не удалось отметить переданное; после перезапуска оно придёт дважды',
  schedules_unwritten: 'Не удалось записать, что и когда выполнено; после перезапуска оно выполнится ещё раз',
  queues_unwritten: 'Не удалось записать очереди; пробую ещё раз',
}
