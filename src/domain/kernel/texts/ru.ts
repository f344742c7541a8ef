import { atStart } from './at-start'
import type { Notice, PlanStanding } from '#schemas/notice'
import { builtInFieldsRu } from './built-in-fields-ru'
import type { Format } from './format'
import type { NoticeTexts } from './notice-texts'

const tasks = { one: 'задача', few: 'задачи', many: 'задач', other: 'задачи' }

const outcomes: Readonly<Record<string, string>> = {
  done: 'сработала',
  stopped: 'остановлена',
  too_deep: 'остановлена: правила запускали друг друга по кругу',
  paused: 'ничего не сделала: правило на паузе',
}

const channels = { email: 'по электронной почте', telegram: 'в Telegram', webhook: 'по вашему веб-адресу' } as const

/** Everything Norma tells people, in Russian. */
export const ru: NoticeTexts = {
  notices: {
    task_overdue: (notice, format) => ({
      title: `Просрочено: ${taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format)),
    }),
    task_escalated: (notice, format) => ({
      title:
        notice.count === undefined
          ? `До сих пор не сделано: ${taskOf(notice)}`
          : `Не дозвонились (${format.counted(notice.count, { one: 'попытка', few: 'попытки', many: 'попыток', other: 'попытки' })}): ${taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format), nextLine(notice), paymentsLine(notice)),
    }),
    reminded: (notice, format) => ({
      title: `Сделка ждёт вас: ${fieldOf(notice) ?? taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format), byLine(notice)),
    }),
    read_much: (notice) => ({
      title: `${notice.by ?? ''}: просмотров клиентов больше обычного`,
      text: 'За сегодня открыто больше чужих карточек или контактов, чем положено на день. При двойном превышении контакты не показываются, пока вы не разрешите.',
    }),
    clients_over: ({ count = 0 }, format) => ({
      title: `Скоро сотрутся по правилам: ${format.counted(count, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' })}`,
      text: 'Срок хранения заканчивается через несколько дней. Посмотрите в «Компания», «Персональные данные» и в карточках: любое событие с клиентом до этого дня его сохранит.',
    }),
    key_ends: ({ key, since, at }, format) => ({
      title: `Ключ API «${key?.name ?? ''}» действует до ${format.instant(since ?? at)}`,
      text: 'После этого программу перестанут пускать. Выпустите новый секрет в «Компания», «Ключи API».',
    }),
    key_unused: ({ key, since, at }, format) => ({
      title: `Ключом API «${key?.name ?? ''}» никто не пользуется`,
      text: `Последний раз он понадобился или был создан ${format.instant(since ?? at)}. Если он не нужен, удалите его в «Компания», «Ключи API».`,
    }),
    key_left: ({ key, by, since, at }, format) => ({
      title: `За ключ API «${key?.name ?? ''}» никто не отвечает`,
      text: lines(
        by === undefined ? undefined : `${by} больше не работает в компании.`,
        `Ключ действует до ${format.instant(since ?? at)}. Передайте его другому сотруднику в «Компания», «Ключи API».`,
      ),
    }),
    mentioned: (notice) => ({ title: `Вас упомянули в комментарии: ${dealOf(notice)}`, text: lines(byLine(notice)) }),
    task_given: (notice, format) => ({
      title: `Вам задача: ${taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format), byLine(notice), paymentsLine(notice)),
    }),
    deal_stuck: (notice, format) => ({
      title: `Сделка застряла: ${dealOf(notice)}`,
      text: lines(`Она стоит на этапе дольше положенного с ${sinceOf(notice, format)}.`, nextLine(notice)),
    }),
    deal_idle: (notice, format) => ({
      title: `Ничего не происходит: ${dealOf(notice)}`,
      text: lines(`С ${sinceOf(notice, format)} никто ничего не сделал, и ничего не запланировано.`, nextLine(notice)),
    }),
    reply_late: (notice, format) => ({
      title: `Клиенту не ответили: ${dealOf(notice)}`,
      text: lines(`Ответить нужно было до ${sinceOf(notice, format)}.`, nextLine(notice)),
    }),
    deal_given: (notice) => ({ title: `Вам сделка: ${dealOf(notice)}`, text: lines(byLine(notice)) }),
    lead_untaken: (notice) => ({
      title: `Некому взять: ${dealOf(notice)}`,
      text: lines(
        `В роли «${notice.role ?? ''}» сейчас никто не работает, и новая сделка ушла следующему по очереди. Назначьте кого-нибудь в роль.`,
      ),
    }),
    automation: (notice) => ({
      title: `Автоматика ${outcomes[notice.outcome ?? ''] ?? 'сработала'}: ${dealOf(notice)}`,
      text: lines(notice.why),
    }),
    plan_behind: ({ plan }, format) => ({
      title: plan === undefined ? 'План отстаёт' : `План отстаёт: ${nameOf(plan)}, ${format.period(plan.period)}`,
      text: plan === undefined ? '' : lines(standing(plan, format), belowLine(plan, format)),
    }),
    my_day: ({ day }, format) => ({
      title: day === undefined ? 'Ваш день' : `Ваш день: ${format.day(day.on)}`,
      text:
        day === undefined
          ? ''
          : lines(
              `Просрочено: ${format.counted(day.overdue, tasks)}. Сегодня: ${format.counted(day.today, tasks)}. Без срока: ${format.counted(day.undated, tasks)}.`,
              day.isMore ? 'Посчитаны не все: их больше.' : undefined,
              ...day.first.map(
                (task) => `• ${task.do}${task.dueAt === null ? '' : ` (${format.instant(task.dueAt)})`}`,
              ),
              day.plan && standing(day.plan, format),
            ),
    }),
    team_week: ({ week }, format) => ({
      title: week === undefined ? 'Неделя отдела' : `Неделя отдела: ${week.department}`,
      text:
        week === undefined
          ? ''
          : lines(
              week.plan && standing(week.plan, format),
              ...week.people.map(
                ({ name, percent, overdue }) =>
                  `• ${name}: ${percent === null ? 'без плана' : format.percent(percent)}, просрочено: ${format.counted(overdue, tasks)}`,
              ),
            ),
    }),
    channel_failed: ({ channel, why, whyRu = why }) => ({
      title: `Не удалось написать вам ${channel === undefined ? '' : channels[channel]}`.trim(),
      text: lines(whyRu, 'Всё есть во входящих. Проверьте настройки уведомлений.'),
    }),
    integration_silent: ({ integration, since }, format) => ({
      title: `Через «${integration?.name ?? 'подключение'}» больше ничего не приходит`,
      text: lines(
        since === undefined
          ? undefined
          : `Последнее пришло ${format.instant(since)}. Обычно в рабочее время приходит больше.`,
        'Посмотрите «Компания», «Подключения» и личный кабинет поставщика: то, что клиенты присылают сейчас, теряется там.',
      ),
    }),
    exchange_silent: ({ integration, since }, format) => ({
      title: `«${integration?.name ?? '1С'}» уже рабочий день не обменивается с Norma`,
      text: lines(
        since === undefined ? undefined : `Последний удачный обмен – ${format.instant(since)}.`,
        'Посмотрите страницу «Обмен с 1С» и расписание обмена в 1С: пока счета туда не попадают.',
      ),
    }),
    file_loaded: ({ load, why, whyRu = why }, format) => ({
      title: `${load?.what === 'statement' ? 'Выписка' : 'Реестр'} «${load?.name ?? ''}»: ${why === undefined ? 'загрузка закончена' : 'загрузить не удалось'}`,
      text:
        whyRu ??
        lines(
          `Новых: ${format.number(load?.added ?? 0)}. Уже были: ${format.number(load?.known ?? 0)}. Не взято: ${format.number(load?.refused ?? 0)}.`,
          (load?.asks ?? 0) === 0
            ? undefined
            : `${format.counted(load?.asks ?? 0, { one: 'платёж ждёт', few: 'платежа ждут', many: 'платежей ждут', other: 'платежа ждут' })} вашего решения: страница «Платежи».`,
        ),
    }),
    hidden_calls: ({ count = 0 }, format) => ({
      title: `Со скрытого номера: ${format.counted(count, { one: 'пропущенный звонок', few: 'пропущенных звонка', many: 'пропущенных звонков', other: 'пропущенного звонка' })}`,
      text: lines('Перезвонить некому.', 'Если позвонивший дозвонится сам, ничего больше делать не нужно.'),
    }),
    message_failed: ({ integration, why, whyRu = why }) => ({
      title: `Ваше сообщение не доставлено${integration === undefined ? '' : ` через «${integration.name}»`}`,
      text: lines(whyRu, 'Клиент всё ещё ждёт: позвоните ему или напишите другим способом.'),
    }),
    webhook_disabled: ({ webhook, why, whyRu = why }) => ({
      title: `Вебхук на ${webhook?.url ?? 'получателя'} остановлен`,
      text: lines(
        whyRu,
        'События тем временем сохраняются. Когда получатель заработает, включите вебхук снова и отправьте пропущенное.',
      ),
    }),
    publish_failed: ({ why, whyRu = why, since, at }, format) => ({
      title: 'Правила не опубликованы в назначенный срок',
      text: lines(
        `Срок был ${format.instant(since ?? at)}. Действуют прежние правила.`,
        whyRu,
        'Что ждёт публикации, покажет norma status; составьте план и опубликуйте заново.',
      ),
    }),
  },
  digest: (count, format) =>
    `Norma: ${format.counted(count, { one: 'уведомление', few: 'уведомления', many: 'уведомлений', other: 'уведомления' })}`,
  answerable: 'Ответьте на это письмо – ответ станет комментарием к сделке.',
  footer: 'Norma. Как вас уведомлять, вы выбираете сами в настройках уведомлений.',
}

const fieldOf = ({ field }: Notice): string | undefined =>
  field?.builtIn === true ? (builtInFieldsRu[field.id] ?? field.name) : field?.name
const taskOf = ({ task }: Notice): string => task?.do ?? 'задача'
const dealOf = ({ deal }: Notice): string => deal?.title ?? 'сделка'
const nameOf = ({ name, scope }: PlanStanding): string => (scope === 'company' ? 'компания' : name)
const dealLine = ({ deal }: Notice): string | undefined => deal && `Сделка: ${deal.title}.`
const byLine = ({ by }: Notice): string | undefined => by && `От кого: ${by}.`
const sinceOf = ({ since, at }: Notice, format: Format): string => format.instant(since ?? at)

function paymentsLine({ task }: Notice): string | undefined {
  return task?.statement === undefined ? undefined : 'Все платежи, которые ждут решения, – на странице «Платежи».'
}

function dueLine({ task }: Notice, format: Format): string | undefined {
  if (task === undefined) return undefined
  return task.dueAt === null ? 'Срока пока нет.' : `Срок: ${format.instant(task.dueAt)}.`
}

const people: Readonly<Record<string, string>> = {
  owner: 'менеджер сделки',
  owner_manager: 'руководитель менеджера',
}

/** What comes next where nothing changes. */
function nextLine({ next }: Notice): string | undefined {
  if (next === undefined) return undefined
  const names = next.to.map((one) => people[one] ?? `«${one}»`).join(', ')
  return next.gives
    ? `Если ничего не изменится, дальше этим займётся ${names}.`
    : `Если ничего не изменится, следующими узнают: ${names}.`
}

function standing(plan: PlanStanding, format: Format): string {
  const { fact, percent, needPerDay } = plan
  const parts = [
    `${atStart(format.period(plan.period))}: ${format.planned(fact, plan)}${plan.plan === null ? '' : ` из ${format.planned(plan.plan, plan)}`}`,
    ...(percent === null ? [] : [format.percent(percent)]),
    ...(needPerDay === null || needPerDay <= 0
      ? []
      : [`в каждый рабочий день нужно ${format.planned(needPerDay, plan)}`]),
  ]
  return `${parts.join(', ')}.`
}

function belowLine(plan: PlanStanding, format: Format): string | undefined {
  if (plan.expected === null) return undefined
  return `По рабочим дням сегодня должно быть ${format.planned(plan.expected, plan)}; сообщаем, когда меньше ${format.percent(plan.below ?? 100)} от этого.`
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}
