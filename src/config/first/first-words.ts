/** A text in both languages in which a first file can be written. */
export type Both = { readonly en: string; readonly ru: string }

/** The languages of a first file: of its comments and names, never of its keys. */
export type FirstLanguage = keyof Both

const both = (en: string, ru: string): Both => ({ en, ru })

/** Whom a company can sell to: each is a direction of its own. */
export const directions = {
  b2b_new: both('Companies, new clients', 'Компании, новые клиенты'),
  b2b_repeat: both('Companies, repeat sales', 'Компании, повторные продажи'),
  b2c_new: both('Private persons, new clients', 'Частные лица, новые клиенты'),
  b2c_repeat: both('Private persons, repeat sales', 'Частные лица, повторные продажи'),
} as const satisfies Record<string, Both>

/** The typical stages of a sale, in order. */
export const stages = {
  presentation: both('Presentation', 'Презентация'),
  general_offer: both('General commercial offer', 'Общее коммерческое предложение'),
  feedback: both('Feedback and objections', 'Обратная связь и возражения'),
  individual_offer: both('Individual offer', 'Индивидуальное предложение'),
  contract: both('Contract and invoice', 'Договор и счёт'),
  payment: both('Payment', 'Оплата'),
  delivery: both('Delivery', 'Поставка'),
  closing_documents: both('Closing documents', 'Закрывающие документы'),
  nps: both('Recommendation score (NPS)', 'Оценка рекомендации (NPS)'),
} as const satisfies Record<string, Both>

/** Who can work beside the managers. */
export const helpers = {
  head_of_sales: both('Head of sales', 'Руководитель отдела продаж'),
  lawyer: both('Lawyer', 'Юрист'),
  accountant: both('Accountant', 'Бухгалтер'),
  logistics: both('Delivery coordinator', 'Логист'),
  quality: both('Quality manager', 'Менеджер по качеству'),
} as const satisfies Record<string, Both>

/** The teams of managers. */
export const teams = {
  b2b_managers: both('Managers for companies', 'Менеджеры по работе с компаниями'),
  b2c_managers: both('Managers for private persons', 'Менеджеры по работе с частными лицами'),
} as const satisfies Record<string, Both>

/** What the fields of the stages are called. */
export const fieldNames = {
  decision_maker: both('Who decides', 'Кто принимает решение'),
  need: both('What the client needs', 'Что нужно клиенту'),
  objection: both('Main objection', 'Главное возражение'),
  discount: both('Discount', 'Скидка'),
  offer_file: both('Individual offer as sent', 'Отправленное предложение'),
  contract_file: both('Signed contract', 'Подписанный договор'),
  invoice_number: both('Invoice number', 'Номер счёта'),
  paid_percent: both('Share paid', 'Оплачено, %'),
  delivery_date: both('Promised delivery date', 'Обещанная дата поставки'),
  delivered_on: both('Delivered on', 'Дата поставки'),
  closing_docs: both('Signed closing documents', 'Подписанные закрывающие документы'),
  nps: both('Recommendation score, 0 to 10', 'Оценка рекомендации, от 0 до 10'),
} as const satisfies Record<string, Both>

/** The options of the objection field. */
export const objections = {
  none: both('No objection', 'Возражений нет'),
  price: both('Price', 'Цена'),
  timing: both('Timing', 'Сроки'),
  competitor: both('Competitor', 'Конкурент'),
  trust: both('Trust', 'Доверие'),
} as const satisfies Record<string, Both>

/** Why deals end early. */
export const reasons = {
  lost: {
    price: both('Too expensive', 'Слишком дорого'),
    timing: both('Not now', 'Не сейчас'),
    competitor: both('Chose a competitor', 'Выбрали конкурента'),
    no_need: both('No need any more', 'Больше не нужно'),
    no_contact: both('Cannot be reached', 'Не выходит на связь'),
  },
  cancelled: {
    refund: both('Money returned', 'Деньги возвращены'),
    not_delivered: both('We could not deliver', 'Не смогли поставить'),
  },
} as const satisfies Record<string, Record<string, Both>>

/** The remarks of a first file, for whoever edits it next. */
export const remarks = {
  file: both(
    'How {company} sells. Change anything here, then: norma check',
    'Как продаёт {company}. Меняйте здесь что угодно, затем: norma check',
  ),
  calendar: both(
    'Working time: every due date is counted in it. Public holidays: norma holidays RU 2027 --write',
    'Рабочее время: в нём считаются все сроки. Праздники: norma holidays RU 2027 --write',
  ),
  roles: both(
    'Who does things. The people in each role are chosen in the system, not here.',
    'Кто что делает. Люди на каждую роль назначаются в системе, не здесь.',
  ),
  idle: both('no task for this role yet: {name}', 'для этой роли пока нет задач: {name}'),
  axes: both(
    'How directions are cut; reports and plans add up along these.',
    'Как делятся направления; по ним складываются отчёты и планы.',
  ),
  fields: both(
    'What is known of a deal. Built in already: amount, paid, client_type, repeat_client, source, expected_close.',
    'Что известно о сделке. Уже встроены: amount, paid, client_type, repeat_client, source, expected_close.',
  ),
  events: both('What happens outside and is posted to a deal.', 'Что происходит снаружи и сообщается сделке.'),
  stages: both(
    'The library of stages. A deal leaves a stage when its tasks are done and its gate is passed.',
    'Библиотека этапов. Сделка уходит с этапа, когда задачи выполнены и условия gate соблюдены.',
  ),
  pipelines: both(
    'The directions. “change:” below one would say what differs there from the library.',
    'Направления. Под «change:» можно написать, чем этапы направления отличаются от библиотеки.',
  ),
  won: both('the deal is won when it leaves this stage', 'сделка выиграна, когда уходит с этого этапа'),
  new_deals: both(
    'Read from the top, the first line that fits.',
    'Читается сверху, работает первая подходящая строка.',
  ),
  catch_all: both('everything else', 'всё остальное'),
  escalations: both(
    'Who is told when something is late or stuck.',
    'Кому сообщать, когда что-то опаздывает или застряло.',
  ),
  automation: both('What happens by itself.', 'Что происходит само.'),
  plan: both('Targets are set by the manager in the system.', 'Цели ставит руководитель в системе.'),
  lost: both('closed before it was won', 'закрыта до выигрыша'),
  cancelled: both('closed after it was won', 'закрыта после выигрыша'),
} as const satisfies Record<string, Both>

/** What events and the tasks outside the stages are called. */
export const phrases = {
  payment_received: both('Money has arrived', 'Поступила оплата'),
  follow_up: both('Call again, things may have changed', 'Позвонить ещё раз: всё могло измениться'),
} as const satisfies Record<string, Both>
