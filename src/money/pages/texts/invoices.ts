import { texts } from '#pages/texts/in-both'

/** The words of invoices on the page of a deal. */
export const invoiceTexts = texts({
  en: {
    title: 'Invoices',
    none: 'No invoices yet.',
    kind: 'Invoice',
    make: 'Create',
    issue: 'Issue',
    cancel: 'Cancel',
    why: 'Why',
    left: 'left',
    until: 'to be paid by',
    paid: 'paid',
    back: 'paid back',
    told: 'by the word of another system',
    unbookFirst: 'To cancel it, first undo what is booked on it',
    payments: 'on the page of payments',
    others: '(whoever looks after payments does that)',
    beyond: (all: string, deal: string) =>
      `With this one, ${all} would be invoiced, and the deal comes to ${deal}. Issue it all the same?`,
    states: { draft: 'draft', issued: 'issued', part_paid: 'paid in part', paid: 'paid', cancelled: 'cancelled' },
    done: 'Done',
  },
  ru: {
    title: 'Счета',
    none: 'Счетов пока нет.',
    kind: 'Счёт',
    make: 'Сделать',
    issue: 'Выставить',
    cancel: 'Отменить',
    why: 'Почему',
    left: 'осталось',
    until: 'оплатить до',
    paid: 'оплачено',
    back: 'возвращено',
    told: 'со слов другой системы',
    unbookFirst: 'Чтобы отменить счёт, сначала отмените разнесение оплаты',
    payments: 'на странице платежей',
    others: '(это делает тот, кто ведёт платежи)',
    beyond: (all: string, deal: string) =>
      `Вместе с этим счётом будет выставлено ${all}, а сумма сделки – ${deal}. Всё равно выставить?`,
    states: {
      draft: 'черновик',
      issued: 'выставлен',
      part_paid: 'оплачен частично',
      paid: 'оплачен',
      cancelled: 'отменён',
    },
    done: 'Готово',
  },
})
