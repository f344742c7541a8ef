import type { Language } from '#schemas/language-names'
import type { Reach, RightKind } from '#schemas/people-names'

/** What stands above the rights that somebody has. */
export const mayDo: Readonly<Record<Language, string>> = { en: 'May do', ru: 'Что может' }

/** `deals`, `plan` and `clients` say it of whoever may both see and change. */
type Rights = Readonly<Record<RightKind | 'deals' | 'plan' | 'clients', Readonly<Record<Reach, string>>>>

const empty = { none: '', own: '', department: '', department_below: '' } as const

/** What a right lets somebody do, by how far it reaches, in English. */
export const rightsEn: Rights = {
  deals_read: {
    none: 'sees no deals',
    own: 'sees their own deals',
    department: 'sees the department’s deals',
    department_below: 'sees deals of the department and those below',
    all: 'sees all deals',
  },
  deals_edit: {
    none: 'changes no deals',
    own: 'changes their own deals',
    department: 'changes the department’s deals',
    department_below: 'changes deals of the department and those below',
    all: 'changes all deals',
  },
  plan_read: {
    none: 'sees no plan',
    own: 'sees their own plan',
    department: 'sees the department’s plan',
    department_below: 'sees the plan of the department and those below',
    all: 'sees every plan',
  },
  plan_edit: {
    none: 'sets no targets',
    own: 'sets their own targets',
    department: 'sets the department’s targets',
    department_below: 'sets targets of the department and those below',
    all: 'sets all targets',
  },
  deals: {
    none: 'sees no deals',
    own: 'sees and changes their own deals',
    department: 'sees and changes the department’s deals',
    department_below: 'sees and changes deals of the department and those below',
    all: 'sees and changes all deals',
  },
  plan: {
    none: '',
    own: 'sees and sets their own plan',
    department: 'sees and sets the department’s plan',
    department_below: 'sees and sets the plan of the department and those below',
    all: 'sees and sets every plan',
  },
  books_edit: { ...empty, none: 'does not correct the books', all: 'corrects the books of won deals' },
  people_edit: { ...empty, none: 'does not change people', all: 'manages people' },
  rules_edit: { ...empty, none: 'does not change the rules', all: 'publishes rules' },
  import: { ...empty, none: 'imports nothing', all: 'imports history' },
  clients_read: {
    none: 'sees no clients',
    own: 'sees their own clients',
    department: 'sees the department’s clients',
    department_below: 'sees clients of the department and those below',
    all: 'sees all clients',
  },
  clients_edit: {
    none: 'changes no clients',
    own: 'changes their own clients',
    department: 'changes the department’s clients',
    department_below: 'changes clients of the department and those below',
    all: 'changes all clients',
  },
  clients: {
    none: 'sees no clients',
    own: 'sees and changes their own clients',
    department: 'sees and changes the department’s clients',
    department_below: 'sees and changes clients of the department and those below',
    all: 'sees and changes all clients',
  },
  clients_contacts: {
    none: 'sees no numbers of clients',
    own: 'sees numbers of their own clients',
    department: 'sees numbers of the department’s clients',
    department_below: 'sees numbers of clients of the department and those below',
    all: 'sees numbers of all clients',
  },
  clients_know: { ...empty, none: 'cannot check whose client somebody is', all: '' },
  clients_merge: {
    none: 'merges no clients',
    own: 'merges their own clients',
    department: 'merges the department’s clients',
    department_below: 'merges clients of the department and those below',
    all: 'merges any clients',
  },
  export: { ...empty, none: 'exports nothing', all: 'exports what they see' },
  audit_read: {
    none: 'does not see who read what',
    own: 'sees who read their own clients',
    department: 'sees what the department read and exported',
    department_below: 'sees what the department and those below read and exported',
    all: 'sees what everybody read and exported',
  },
  channels_edit: { ...empty, none: 'connects nothing', all: 'connects telephones and forms' },
  recordings_hear: {
    none: 'listens to no recorded calls',
    own: 'listens to their own recorded calls',
    department: 'listens to recorded calls of the department',
    department_below: 'listens to recorded calls of the department and those below',
    all: 'listens to all recorded calls',
  },
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
  clients_read: {
    none: 'не видит клиентов',
    own: 'видит своих клиентов',
    department: 'видит клиентов отдела',
    department_below: 'видит клиентов отдела и подразделений',
    all: 'видит всех клиентов',
  },
  clients_edit: {
    none: 'не меняет карточки клиентов',
    own: 'меняет карточки своих клиентов',
    department: 'меняет карточки клиентов отдела',
    department_below: 'меняет карточки клиентов отдела и подразделений',
    all: 'меняет карточки всех клиентов',
  },
  clients: {
    none: 'не видит клиентов',
    own: 'видит и меняет своих клиентов',
    department: 'видит и меняет клиентов отдела',
    department_below: 'видит и меняет клиентов отдела и подразделений',
    all: 'видит и меняет всех клиентов',
  },
  clients_contacts: {
    none: 'не видит контактов клиентов',
    own: 'видит контакты своих клиентов',
    department: 'видит контакты клиентов отдела',
    department_below: 'видит контакты клиентов отдела и подразделений',
    all: 'видит контакты всех клиентов',
  },
  clients_know: { ...empty, none: 'не узнаёт, чей это клиент', all: '' },
  clients_merge: {
    none: 'не объединяет клиентов',
    own: 'объединяет своих клиентов',
    department: 'объединяет клиентов отдела',
    department_below: 'объединяет клиентов отдела и подразделений',
    all: 'объединяет любых клиентов',
  },
  export: { ...empty, none: 'не выгружает файлы', all: 'выгружает в файлы то, что видит' },
  audit_read: {
    none: 'не видит, кто что смотрел',
    own: 'видит, кто смотрел своих клиентов',
    department: 'видит, что смотрел и выгружал отдел',
    department_below: 'видит, что смотрели и выгружали отдел и подразделения',
    all: 'видит, кто что смотрел и выгружал',
  },
  channels_edit: { ...empty, none: 'ничего не подключает', all: 'подключает телефоны и формы' },
  recordings_hear: {
    none: 'не слушает записи звонков',
    own: 'слушает записи своих звонков',
    department: 'слушает записи звонков отдела',
    department_below: 'слушает записи звонков отдела и подразделений',
    all: 'слушает записи всех звонков',
  },
}
