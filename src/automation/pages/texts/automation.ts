import { texts } from '#pages/texts/in-both'

/** The words of the page of what happens by itself. */
export const automationTexts = texts({
  en: {
    title: 'Automation',
    toRules: 'To the rules',
    none: 'The rules have no automation: nothing happens by itself.',
    runs: 'on',
    paused: 'paused',
    line: (no: string) => `line ${no} of the rules`,
    since: (when: string, who: string) => `${who} paused it ${when}:`,
    reason: 'Why it is paused',
    reasonHint: 'It is shown on every deal on which the rule would have run.',
    stop: 'Pause',
    stopped: 'Paused: from now on it does nothing.',
    resume: 'Resume',
    resumed: 'Resumed.',
  },
  ru: {
    title: 'Что происходит само',
    toRules: 'К правилам',
    none: 'В правилах нет раздела «automation»: само ничего не происходит.',
    runs: 'работает',
    paused: 'на паузе',
    line: (no: string) => `строка ${no} правил`,
    since: (when: string, who: string) => `Поставлено на паузу (${who}, ${when}):`,
    reason: 'Почему на паузе',
    reasonHint: 'Это будет видно на каждой сделке, где правило сработало бы.',
    stop: 'Поставить на паузу',
    stopped: 'Правило на паузе: оно больше ничего не делает.',
    resume: 'Запустить снова',
    resumed: 'Правило снова работает.',
  },
})
