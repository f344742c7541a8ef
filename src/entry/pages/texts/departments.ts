import { texts } from '#pages/texts/in-both'

/** Departments that were closed, and closing and opening them. */
export const departmentTexts = texts({
  en: {
    closed: 'Closed departments',
    closedWhy: 'Nobody works in them any more. History, books and reports keep their names.',
    lastHead: ({ name }: { name: string }) => `last led by ${name}`,
    closing: 'Not needed any more',
    close: 'Close the department',
    closeWhy:
      'A closed department is offered nowhere any more and is led by nobody. History, books and reports keep its name; it can be opened again.',
    sure: ({ name }: { name: string }) => `Close “${name}”?`,
    isClosed: 'The department is closed',
    firstMove: 'It cannot be closed yet. First choose another department for:',
    people: 'people who work in it',
    below: 'open departments below it',
    more: ({ count }: { count: string }) => `and ${count} more`,
    open: 'Open again',
    isOpen: 'The department is open again',
    openWhy: 'The department is closed: nobody can be put into it.',
    leftOver: 'closed, but somebody still works in it: move them, or open it again',
  },
  ru: {
    closed: 'Закрытые отделы',
    closedWhy: 'В них больше никто не работает. В истории, учёте и отчётах их названия остались.',
    lastHead: ({ name }: { name: string }) => `последний руководитель: ${name}`,
    closing: 'Отдел больше не нужен',
    close: 'Закрыть отдел',
    closeWhy:
      'Закрытого отдела больше нет в списках для выбора, и им никто не руководит. В истории, учёте и отчётах его название остаётся, и его можно открыть снова.',
    sure: ({ name }: { name: string }) => `Закрыть отдел «${name}»?`,
    isClosed: 'Отдел закрыт',
    firstMove: 'Пока закрыть отдел нельзя. Сначала выберите другой отдел для тех, кто здесь:',
    people: 'сотрудники',
    below: 'открытые отделы, которые в него входят',
    more: ({ count }: { count: string }) => `и ещё ${count}`,
    open: 'Открыть снова',
    isOpen: 'Отдел снова открыт',
    openWhy: 'Отдел закрыт: добавить в него никого нельзя.',
    leftOver: 'закрыт, но в нём ещё работают: переведите их или откройте отдел снова',
  },
})
