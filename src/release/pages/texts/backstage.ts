import { texts, type Forms } from '#pages/texts/in-both'

/** The words for what goes on behind the pages and stands. */
export const backstageTexts = texts({
  en: {
    title: 'What follows by itself does not go on',
    letters: { one: 'event', other: 'events' } as Forms,
    dead: (letters: string) =>
      `${letters} could not be handled and were put aside: tasks, figures or notices that follow from them are missing. On the machine norma dead-letters shows why, and norma redrive tries again.`,
    minutes: { one: 'minute', other: 'minutes' } as Forms,
    behind: (minutes: string) => `What follows from changes is ${minutes} behind: tasks open and figures change later.`,
  },
  ru: {
    title: 'То, что происходит само, остановилось',
    letters: { one: 'событие', few: 'события', many: 'событий', other: 'события' } as Forms,
    dead: (letters: string) =>
      `Не обработано и отложено: ${letters}. Задач, цифр или уведомлений, которые из них следуют, не хватает. На машине причину покажет norma dead-letters, а norma redrive попробует ещё раз.`,
    minutes: { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' } as Forms,
    behind: (minutes: string) => `Последствия изменений запаздывают на ${minutes}: задачи и цифры появляются позже.`,
  },
})
