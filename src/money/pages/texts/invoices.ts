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
