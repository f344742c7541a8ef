import type { ValuesOf, Words } from '#domain/kernel/texts/sentence'
import type { en } from './en'
import { ruEvents } from './ru-events'

/** As `en`, in Russian. */
export const ru: Words<ValuesOf<typeof en>> = {
  ...ruEvents,
  port_taken: 'Порт занят другой программой. Выберите другой (--port), или 0 – любой свободный.',
  folder_taken: ({ folder, process }) =>
    `Норма уже работает с данными в ${folder} (процесс ${process}). Сначала остановите её или назовите другую папку (--data).`,
  no_engine:
    'Для этой машины не нашлась база данных. Установите npm-пакет @dynoxide/linux-x64, или положите `dynoxide` туда, где его найдёт PATH, ' +
    'или задайте в AWS_ENDPOINT_URL_DYNAMODB адрес сервера, совместимого с DynamoDB, например http://127.0.0.1:8000.',
  engine_failed: ({ file, complaint }) => `База данных не запустилась на ${file}: ${complaint}`,
  backstage_failed: ({ table }) => `То, что работает за API, не запустилось на таблице ${table}.`,
  api_failed: 'Сбой в API.',
  page_failed: 'Сбой на странице.',
  store_said: ({ text }) => text,
  consumer_failed: 'Обработчик не справился; он попробует ещё раз.',
  messages_failed: ({ consumer, why }) => `${consumer} не справился: ${why}`,
  messages_late: ({ consumer }) => `${consumer} не ответил вовремя`,
  message_aside: ({ consumer, why }) => `${consumer} отложил событие: ${why}`,
  schedule_failed: ({ name }) => `Расписание ${name} не выполнено`,
  stream_unread: 'Поток событий не читается дальше; пробую ещё раз',
}
