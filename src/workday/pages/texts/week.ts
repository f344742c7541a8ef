import { texts } from '#pages/texts/in-both'

/** The words of the week. */
export const weekTexts = texts({
  en: {
    title: 'My week',
    weekOf: (name: string) => `The week of ${name}`,
    weeks: 'Weeks',
    before: 'Previous week',
    after: 'Next week',
    thisWeek: 'This week',
    asList: 'List view',
    whose: 'Whose week',
    mine: 'Mine',
    show: 'Show',
    overdue: 'Overdue',
    dayOff: 'day off',
    move: 'Move',
    how: 'Drag a task to another day, or press “Move” on it. The time of the day stays.',
    more: 'There are more tasks than are shown.',
  },
  ru: {
    title: 'Моя неделя',
    weekOf: (name: string) => `Неделя: ${name}`,
    weeks: 'Недели',
    before: 'Предыдущая неделя',
    after: 'Следующая неделя',
    thisWeek: 'Эта неделя',
    asList: 'Списком',
    whose: 'Чья неделя',
    mine: 'Моя',
    show: 'Показать',
    overdue: 'Просрочено',
    dayOff: 'выходной',
    move: 'Перенести',
    how: 'Перетащите задачу на другой день или нажмите на ней «Перенести». Время дня останется прежним.',
    more: 'Показано не всё.',
  },
})
