import { texts } from '#pages/texts/in-both'

/** What stands around the playbook on its pages. */
export const playbookTexts = texts({
  en: {
    all: 'All pages',
    yours: 'Yours',
    version: (no: string) => `Version ${no} of the rules`,
    places: 'Places in the playbook',
    unknown: (page: string) => `The playbook has no page “${page}”. The direction or the role may be gone.`,
  },
  ru: {
    all: 'Все страницы',
    yours: 'Ваше',
    version: (no: string) => `Версия правил ${no}`,
    places: 'Где мы в книге',
    unknown: (page: string) =>
      `В книге продаж нет страницы «${page}». Возможно, этого направления или роли больше нет.`,
  },
})
