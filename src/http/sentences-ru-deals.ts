import type { RefusalCode } from '#domain/kernel/refusal'
import type { SentencePair } from '#domain/kernel/texts/sentence-pairs'

import type { DoorCode } from './door-codes'

/** What is refused about deals, tasks and people, by code. What is not here is said by the sentence of its code. */
export const dealSentencesRu: Partial<Readonly<Record<RefusalCode | DoorCode, readonly SentencePair[]>>> = {
  deal_unknown: [['There is no deal {}.', 'Сделки {1} нет, или она вам не видна.']],
  task_unknown: [
    ['There is no task {} in this deal.', 'В этой сделке нет задачи {1}.'],
    ['There is no task {}.', 'Задачи {1} нет, или она вам не видна.'],
    [
      'The checklist of “{}” has {} items; there is no item {} (they count from 0).',
      'В списке задачи «{1}» пунктов: {2}; пункта {3} нет (счёт с 0).',
    ],
  ],
  employee_unknown: [
    ['There is no role “{}”. Write one of: {}.', 'Роли «{1}» нет. Есть: {2}.'],
    ['There is no employee “{}” to own the deal.', 'Сотрудника «{1}» нет, сделку на него не записать.'],
    ['There is no employee “{}” to lead it.', 'Сотрудника «{1}» нет, руководителем его не назначить.'],
    ['There is no employee “{}” to stand in.', 'Сотрудника «{1}» нет, замещать он не может.'],
    [
      'There is no employee “{}”. Write the id of somebody in the list of employees.',
      'Сотрудника «{1}» нет. Напишите идентификатор из списка сотрудников.',
    ],
    ['There is no employee “{}”.', 'Сотрудника «{1}» нет.'],
    [
      'You are no employee: say whose tasks, assignee and an id.',
      'Вы не сотрудник: укажите, чьи задачи нужны, в assignee.',
    ],
    ['“{}” is no employee, so nobody writes to it.', '«{1}» – не сотрудник, писем ему нет.'],
    ['“{}” is no employee.', '«{1}» – не сотрудник.'],
    ['Only employees have a day.', 'День есть только у сотрудников.'],
  ],
  employee_inactive: [
    [
      '“{}” does not work here any more and cannot own a new deal.',
      '«{1}» здесь больше не работает и не может вести новую сделку.',
    ],
    ['{} does not work here any more.', '«{1}» здесь больше не работает.'],
  ],
  department_unknown: [
    ['There is no department “{}”. There are none yet.', 'Отдела «{1}» нет: пока нет ни одного.'],
    ['There is no department “{}”. Write one of: {}.', 'Отдела «{1}» нет. Есть: {2}.'],
    ['There is no department “{}”.', 'Отдела «{1}» нет.'],
  ],
  department_cycle: [
    ['“{}” is “{}” itself or below it already.', '«{1}» – это сам отдел «{2}» или его подразделение.'],
  ],
  pipeline_unknown: [
    ['The rules have no direction.', 'В правилах нет ни одного направления.'],
    ['There is no direction “{}”. There are none yet.', 'Направления «{1}» нет: пока нет ни одного.'],
    ['There is no direction “{}”. {}: {}.', 'Направления «{1}» нет. Есть: {3}.'],
    [
      'Name a direction: the rules have no line for new deals.',
      'Укажите направление: в правилах не сказано, куда попадают новые сделки.',
    ],
    ['Say whose deals: {}', 'Скажите, чьи сделки нужны: owner=me, или колонку: pipeline и stage.'],
    ['Say where to look for {}', 'Скажите, где искать «q»: в направлении (pipeline) или у менеджера (owner).'],
  ],
  stage_unknown: [
    ['“{}” has no stage “{}”. Its stages are: {}.', 'В направлении «{1}» нет этапа «{2}». Есть: {3}.'],
    ['“{}” has no stages.', 'В направлении «{1}» нет этапов.'],
    ['No version of the rules knows the stage “{}” of “{}”.', 'Ни одна версия правил не знает этапа «{1}» в «{2}».'],
    ['No direction has a stage “{}”. There are: {}.', 'Ни в одном направлении нет этапа «{1}». Есть: {2}.'],
    ['Say whose deals: {}', 'Скажите, чьи сделки нужны: owner=me, или колонку: pipeline и stage.'],
  ],
  stage_not_next: [
    [
      '“{}” does not let deals skip: {}. Move to “{}” first.',
      'В направлении «{1}» нельзя пропускать: {2}. Сначала переведите на этап «{3}».',
    ],
    [
      'A deal of “{}” cannot begin past: {}. Begin it in “{}”.',
      'В направлении «{1}» нельзя начать после этапов: {2}. Начните с «{3}».',
    ],
    [
      'An override does not skip stages. Move to “{}” first.',
      'Обход условия не пропускает этапы. Сначала переведите на этап «{1}».',
    ],
    [
      'A deal is reopened in “{}” or an earlier stage, then moved on.',
      'Сделку открывают снова на этапе «{1}» или более раннем, потом ведут дальше.',
    ],
  ],
  override_forbidden: [
    ['The gate of “{}” cannot be overridden by anybody.', 'Условие этапа «{1}» не может обойти никто.'],
    [
      'Only “{}” may pass the gate of “{}” with a reason.',
      'Обойти условие этапа «{2}», назвав причину, может только «{1}».',
    ],
  ],
  deal_closed: [
    ['The deal “{}” is lost already.', 'Сделка «{1}» уже проиграна.'],
    ['The deal “{}” is cancelled already.', 'Сделка «{1}» уже отменена.'],
    ['The deal “{}” is completed already.', 'Сделка «{1}» уже завершена.'],
    ['The deal “{}” is {} already.', 'Сделка «{1}» уже закрыта.'],
    ['The deal “{}” is lost. Reopen it first.', 'Сделка «{1}» проиграна. Сначала откройте её снова.'],
    ['The deal “{}” is cancelled. Reopen it first.', 'Сделка «{1}» отменена. Сначала откройте её снова.'],
    ['The deal “{}” is completed. Reopen it first.', 'Сделка «{1}» завершена. Сначала откройте её снова.'],
    ['The deal “{}” is {}. Reopen it first.', 'Сделка «{1}» закрыта. Сначала откройте её снова.'],
  ],
  deal_not_closed: [['The deal “{}” is not closed.', 'Сделка «{1}» не закрыта.']],
  deal_not_won: [
    [
      'The deal “{}” is not won yet: it can be lost, not cancelled.',
      'Сделка «{1}» ещё не выиграна: её можно проиграть, но не отменить.',
    ],
    ['The deal “{}” does not count for anybody yet.', 'Сделка «{1}» пока никому не засчитана.'],
  ],
  deal_already_won: [
    [
      'The deal “{}” is {}: it can be cancelled, not lost.',
      'Сделка «{1}» уже выиграна: её можно отменить, но не проиграть.',
    ],
  ],
  reason_required: [['Say in “reason” why the deal goes back.', 'Напишите в «reason», почему сделка возвращается.']],
  reason_unknown: [
    ['“{}” is no reason for a deal to be lost. {}: {}.', 'Причины проигрыша «{1}» нет. Выберите одну из: {3}.'],
    ['“{}” is no reason for a deal to be cancelled. {}: {}.', 'Причины отмены «{1}» нет. Выберите одну из: {3}.'],
    ['“{}” is no reason for a deal to be {}. {}: {}.', 'Причины «{1}» здесь нет. Выберите одну из: {4}.'],
  ],
  event_unknown: [['There is no event “{}”. There are: {}.', 'События «{1}» нет. Есть: {2}.']],
  task_closed: [
    ['The task “{}” was cancelled.', 'Задача «{1}» отменена.'],
    ['The task “{}” is done. Reopen it first.', 'Задача «{1}» уже выполнена. Сначала откройте её снова.'],
    ['The task “{}” is cancelled. Reopen it first.', 'Задача «{1}» отменена. Сначала откройте её снова.'],
    ['The task “{}” is {}. Reopen it first.', 'Задача «{1}» уже закрыта. Сначала откройте её снова.'],
    [
      '“{}” is asked for by the rules of the stage: do it, or let the gate be overridden.',
      'Задачу «{1}» требуют правила этапа: выполните её или попросите обойти условие.',
    ],
    [
      'The task “{}” belongs to an earlier stay in the stage. Add a new task instead.',
      'Задача «{1}» осталась от прошлого пребывания на этапе. Добавьте новую.',
    ],
  ],
  nobody_to_give_to: [
    [
      'Nobody active is in the role “{}” that line {} of the rules gives such deals to. {}',
      'В роли «{1}», которой строка {2} правил передаёт такие сделки, нет никого из работающих. Назовите ответственного или назначьте человека на эту роль.',
    ],
  ],
  forbidden: [
    ['You may not set the plan of the company.', 'Вы не можете ставить план компании.'],
    [
      'You may not set the plan of the employee in a pipeline “{}”.',
      'Вы не можете ставить план сотрудника в направлении «{1}».',
    ],
    ['You may not set the plan of the employee “{}”.', 'Вы не можете ставить план сотрудника «{1}».'],
    ['You may not set the plan of the department “{}”.', 'Вы не можете ставить план отдела «{1}».'],
    ['You may not set the plan of the pipeline “{}”.', 'Вы не можете ставить план направления «{1}».'],
    ['You may not set the plan of the axis “{}”.', 'Вы не можете ставить план разреза «{1}».'],
    ['You do not have the right {}. {}', 'У вас нет права {1}. Его может дать тот, кто меняет сотрудников.'],
    [
      'You may see the deal “{}”, but only its owner or a head may change it.',
      'Сделку «{1}» вы видите, но менять её может только её владелец или руководитель.',
    ],
    ['You may not give away what “{}” has.', 'Вы не можете передать то, что ведёт «{1}».'],
    ['You may not see the deals of “{}”.', 'Сделки «{1}» вам не видны.'],
    ['You may not see the tasks of the department “{}”.', 'Задачи отдела «{1}» вам не видны.'],
    ['You may not see the tasks of “{}”.', 'Задачи «{1}» вам не видны.'],
    ['You may not see the deals and tasks of “{}”.', 'Сделки и задачи «{1}» вам не видны.'],
    ['You may not create deals for “{}”.', 'Вы не можете заводить сделки на «{1}».'],
    ['You may not see the plan of the company.', 'План компании вам не виден.'],
    ['You may not see the plan of “{}”.', 'План «{1}» вам не виден.'],
    ['You may not see any plan. {}', 'Планы вам не видны. Попросите право plan_read.'],
    [
      'You may not see the plan of the whole company, so not by {} either. {}',
      'План всей компании вам не виден, поэтому и разбивка по {1}. Спросите по сотруднику или отделу, или попросите право plan_read: all.',
    ],
    ['You may not change employees and departments.', 'Вы не можете менять сотрудников и отделы.'],
    ['You may not change the company’s settings.', 'Вы не можете менять настройки компании.'],
    [
      'You may not see or change webhooks. {}',
      'Вебхуки может смотреть и менять только тот, у кого есть право «rules_edit».',
    ],
    [
      'You may not stop rules or let them run. {}',
      'Останавливать и запускать правила может только тот, у кого есть право «rules_edit».',
    ],
    ['You may not plan rules. {}', 'Строить план публикации правил может только тот, у кого есть право «rules_edit».'],
    ['You may not publish rules. {}', 'Публиковать правила может только тот, у кого есть право «rules_edit».'],
    ['You may not {} rules. {}', 'С правилами это может делать только тот, у кого есть право «rules_edit».'],
    [
      'The record of exports is for those who may change all employees.',
      'Журнал выгрузок видят те, кто может менять всех сотрудников.',
    ],
    [
      'Only who sets the plan of both people may move a deal between them.',
      'Перенести сделку между людьми может тот, кто ставит план обоим.',
    ],
    ['Only “{}” may do this.', 'Это может делать только «{1}».'],
  ],
}
