import { texts, type Forms } from '#pages/texts/in-both'

const forms = <F extends Forms>(all: F): Forms => all

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
    firstMove: 'Before it can be closed, elsewhere have to go:',
    people: forms({ one: 'person who works in it', other: 'people who work in it' }),
    below: forms({ one: 'open department below it', other: 'open departments below it' }),
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
    firstMove: 'Чтобы закрыть отдел, сначала переведите в другой:',
    people: forms({
      one: 'сотрудник, который в нём работает',
      few: 'сотрудника, которые в нём работают',
      many: 'сотрудников, которые в нём работают',
      other: 'сотрудника, которые в нём работают',
    }),
    below: forms({
      one: 'открытый отдел, который в него входит',
      few: 'открытых отдела, которые в него входят',
      many: 'открытых отделов, которые в него входят',
      other: 'открытого отдела, которые в него входят',
    }),
    more: ({ count }: { count: string }) => `и ещё ${count}`,
    open: 'Открыть снова',
    isOpen: 'Отдел снова открыт',
    openWhy: 'Отдел закрыт: добавить в него никого нельзя.',
    leftOver: 'закрыт, но в нём ещё работают: переведите их или откройте отдел снова',
  },
})
