import { texts } from '#pages/texts/in-both'
import type { Language } from '#schemas/language-names'

/** The words of the pages about the company. */
export const companyTexts = texts({
  en: {
    title: 'Company',
    pages: 'Pages about the company',
    tabs: {
      company: 'Money and state',
      webhooks: 'Webhooks',
      automation: 'Automation',
      integrations: 'Integrations',
      keys: 'API keys',
      exports: 'Files taken out',
    },
    money: 'Currency and rates',
    currency: 'The company reckons in',
    ratesHow:
      'A deal that is won keeps the rate of its day. An empty field means there is no rate: such amounts are in no sum.',
    rateOf: (currency: string, sign: string) => `1 ${currency}, ${sign}`,
    otherCurrency: 'Another currency',
    addCurrency: 'Add its field',
    save: 'Save rates',
    saved: 'Saved',
    months: 'Closed months',
    monthsHow: 'What is booked in a closed month stays; corrections are dated with the day they are made.',
    monthClosed: 'closed',
    monthOpen: 'open',
    channels: 'How people are told',
    channelNames: {
      inbox: 'Notices in Norma',
      email: 'E-mail',
      telegram: 'Telegram',
      webhook: 'An address of one’s own',
    },
    channelOn: 'works',
    channelOff: 'not set up',
    channelElsewhere: 'set by the deployment',
    channelHow: {
      email: 'Name the mail server when Norma is started: NORMA_SMTP_URL and NORMA_MAIL_FROM.',
      telegram: 'Give the token of a bot when Norma is started: NORMA_TELEGRAM_TOKEN.',
      webhook: 'Everybody enters an address in their own settings.',
    },
    letters: 'What could not be handled',
    lettersNone: 'Nothing is put aside.',
    lettersElsewhere:
      'Events that could not be handled lie in queues of AWS; alarms tell of them, and they are tried again there.',
    lettersWhy:
      'Five attempts failed. Tasks, figures or notices that follow from these events are missing until they are tried again.',
    redrive: 'Try all again',
    redriven: 'They are tried again',
    schedules: 'What is done by the clock',
    schedule: 'What',
    lastRun: 'Last',
    waiting: (count: string) => `Changes waiting to be handled: ${count}`,
  },
  ru: {
    title: 'Компания',
    pages: 'Страницы о компании',
    tabs: {
      company: 'Деньги и состояние',
      webhooks: 'Вебхуки',
      automation: 'Автоматизация',
      integrations: 'Подключения',
      keys: 'Ключи API',
      exports: 'Выгрузки',
    },
    money: 'Валюта и курсы',
    currency: 'Компания считает в',
    ratesHow:
      'Выигранная сделка хранит курс своего дня. Пустое поле – курса нет: такие суммы не складываются с остальными.',
    rateOf: (currency: string, sign: string) => `1 ${currency}, ${sign}`,
    otherCurrency: 'Другая валюта',
    addCurrency: 'Добавить поле',
    save: 'Сохранить курсы',
    saved: 'Сохранено',
    months: 'Закрытые месяцы',
    monthsHow: 'В закрытом месяце учтённое не меняется, исправления записываются днём, когда их внесли.',
    monthClosed: 'закрыт',
    monthOpen: 'открыт',
    channels: 'Как люди узнают о важном',
    channelNames: { inbox: 'Уведомления в Norma', email: 'Почта', telegram: 'Telegram', webhook: 'Свой адрес' },
    channelOn: 'работает',
    channelOff: 'не настроено',
    channelElsewhere: 'задано при развёртывании',
    channelHow: {
      email: 'Укажите почтовый сервер при запуске Norma: NORMA_SMTP_URL и NORMA_MAIL_FROM.',
      telegram: 'Укажите токен бота при запуске Norma: NORMA_TELEGRAM_TOKEN.',
      webhook: 'Адрес каждый указывает в своих настройках.',
    },
    letters: 'Что не удалось обработать',
    lettersNone: 'Ничего не отложено.',
    lettersElsewhere:
      'Необработанные события лежат в очередях AWS: о них сообщают оповещения, там же их запускают снова.',
    lettersWhy:
      'Пять попыток не удались. Задач, цифр или уведомлений, которые следуют из этих событий, не хватает, пока их не запустят снова.',
    redrive: 'Повторить всё',
    redriven: 'Запущено снова',
    schedules: 'Что делается по часам',
    schedule: 'Что',
    lastRun: 'Последний раз',
    waiting: (count: string) => `Ждут обработки: ${count}`,
  },
})

/** The words of the pages about the company in one language. */
export type CompanyTexts = (typeof companyTexts)['en']

const schedules: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'sweep-due': { en: 'Due dates and ladders', ru: 'Сроки и эскалации' },
  'stand-in': { en: 'Tasks to deputies and back', ru: 'Задачи заместителям и обратно' },
  'send-email': { en: 'Sending e-mail', ru: 'Отправка почты' },
  'send-telegram': { en: 'Sending to Telegram', ru: 'Отправка в Telegram' },
  'send-webhook': { en: 'Sending to people’s own addresses', ru: 'Отправка на свои адреса' },
  'send-webhooks': { en: 'Sending to webhooks', ru: 'Отправка вебхуков' },
  'send-written': { en: 'Messages that wait to be sent', ru: 'Сообщения, которые ждут отправки' },
  'watch-silence': { en: 'What has fallen silent', ru: 'Что замолчало' },
  'fetch-recordings': { en: 'Recordings of calls', ru: 'Записи звонков' },
  'forget-recordings': { en: 'Recordings whose time is over', ru: 'Записи, срок которых вышел' },
  'settle-calls': { en: 'Missed calls', ru: 'Пропущенные звонки' },
  'settle-deals': { en: 'Payments of deals', ru: 'Оплаты сделок' },
  'find-duplicates': { en: 'Duplicates among clients', ru: 'Дубли клиентов' },
  'turn-reading': { en: 'Who looked at which client', ru: 'Кто смотрел каких клиентов' },
  'hand-over': { en: 'Handovers that go on', ru: 'Передача дел' },
  'tell-documents': { en: 'Documents that wait for somebody', ru: 'Напоминания о документах' },
  'run-releases': { en: 'Publishing of rules', ru: 'Публикация правил' },
  'tell-mornings': { en: 'The morning’s lists', ru: 'Утренние списки' },
  'warn-behind': { en: 'Warnings of plans', ru: 'Предупреждения о плане' },
  'refresh-pace': { en: 'The pace of plans', ru: 'Темп плана' },
  'take-plan-snapshot': { en: 'The day’s point of plans', ru: 'Точка плана за день' },
  'reconcile-columns': { en: 'Counting columns anew', ru: 'Пересчёт колонок' },
  'reconcile-plan': { en: 'Counting the plan anew', ru: 'Пересчёт плана' },
  'reconcile-reports': { en: 'Counting reports anew', ru: 'Пересчёт отчётов' },
  'pack-reports': { en: 'Packing facts of reports', ru: 'Упаковка фактов отчётов' },
  'expire-items': { en: 'Taking away what is out of date', ru: 'Удаление устаревшего' },
}

/** What a schedule is called; one without a name of its own by its id. */
export function scheduleName(id: string, language: Language): string {
  return schedules[id]?.[language] ?? id
}
