import { texts } from '#pages/texts/in-both'

/** What stands around the playbook on its pages. */
export const playbookTexts = texts({
  en: {
    all: 'All pages',
    yours: 'Yours',
    since: (moment: string) => `Rules published: ${moment}`,
    places: 'Places in the playbook',
    unknown: (page: string) => `The playbook has no page “${page}”. The direction or the role may be gone.`,
  },
  ru: {
    all: 'Все страницы',
    yours: 'Ваше',
    since: (moment: string) => `Правила опубликованы: ${moment}`,
    places: 'Где мы в книге',
    unknown: (page: string) =>
      `В книге продаж нет страницы «${page}». Возможно, этого направления или роли больше нет.`,
  },
})
