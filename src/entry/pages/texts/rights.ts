import type { Reach, RightKind } from '#schemas/people-names'

/** `deals` and `plan` say it of whoever may both see and change. */
type Rights = Readonly<Record<RightKind | 'deals' | 'plan', Readonly<Record<Reach, string>>>>

const empty = { none: '', own: '', department: '', department_below: '' } as const

/** What a right lets somebody do, by how far it reaches, in English. */
export const rightsEn: Rights = {
  deals_read: {
    none: 'sees no deals',
    own: 'sees own deals',
    department: 'sees the department’s deals',
    department_below: 'sees deals of the department and those below',
    all: 'sees all deals',
  },
  deals_edit: {
    none: 'changes no deals',
    own: 'changes own deals',
    department: 'changes the department’s deals',
    department_below: 'changes deals of the department and those below',
    all: 'changes all deals',
  },
  plan_read: {
    none: 'sees no plan',
    own: 'sees the own plan',
    department: 'sees the department’s plan',
    department_below: 'sees the plan of the department and those below',
    all: 'sees every plan',
  },
  plan_edit: {
    none: 'sets no targets',
    own: 'sets own targets',
    department: 'sets the department’s targets',
    department_below: 'sets targets of the department and those below',
    all: 'sets all targets',
  },
  deals: {
    none: 'sees no deals',
    own: 'sees and changes own deals',
    department: 'sees and changes the department’s deals',
    department_below: 'sees and changes deals of the department and those below',
    all: 'sees and changes all deals',
  },
  plan: {
    none: '',
    own: 'sees and sets the own plan',
    department: 'sees and sets the department’s plan',
    department_below: 'sees and sets the plan of the department and those below',
    all: 'sees and sets every plan',
  },
  books_edit: { ...empty, none: 'does not correct the books', all: 'corrects the books of won deals' },
  people_edit: { ...empty, none: 'does not change people', all: 'looks after the people' },
  rules_edit: { ...empty, none: 'does not change the rules', all: 'publishes rules' },
  import: { ...empty, none: 'imports nothing', all: 'imports history' },
}

/** The same in Russian. */
export const rightsRu: Rights = {
  deals_read: {
    none: 'не видит сделок',
    own: 'видит свои сделки',
    department: 'видит сделки отдела',
    department_below: 'видит сделки отдела и подразделений',
    all: 'видит все сделки',
  },
  deals_edit: {
    none: 'не меняет сделок',
    own: 'меняет свои сделки',
    department: 'меняет сделки отдела',
    department_below: 'меняет сделки отдела и подразделений',
    all: 'меняет все сделки',
  },
  plan_read: {
    none: 'не видит плана',
    own: 'видит свой план',
    department: 'видит план отдела',
    department_below: 'видит план отдела и подразделений',
    all: 'видит все планы',
  },
  plan_edit: {
    none: 'не ставит план',
    own: 'ставит план себе',
    department: 'ставит план отделу',
    department_below: 'ставит план отделу и подразделениям',
    all: 'ставит план всем',
  },
  deals: {
    none: 'не видит сделок',
    own: 'видит и меняет свои сделки',
    department: 'видит и меняет сделки отдела',
    department_below: 'видит и меняет сделки отдела и подразделений',
    all: 'видит и меняет все сделки',
  },
  plan: {
    none: '',
    own: 'видит и ставит свой план',
    department: 'видит и ставит план отдела',
    department_below: 'видит и ставит план отдела и подразделений',
    all: 'видит и ставит все планы',
  },
  books_edit: { ...empty, none: 'не исправляет учёт', all: 'исправляет учёт выигранных сделок' },
  people_edit: { ...empty, none: 'не меняет сотрудников', all: 'ведёт сотрудников' },
  rules_edit: { ...empty, none: 'не меняет правила', all: 'публикует правила' },
  import: { ...empty, none: 'ничего не загружает', all: 'загружает историю' },
}
