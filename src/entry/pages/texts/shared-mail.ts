import { texts } from '#pages/texts/in-both'

/** What is said where several people have one e-mail address. */
export const sharedMailTexts = texts({
  en: {
    title: 'Some people share an e-mail address',
    why: 'With a shared address none of them can sign in. Give each their own, or leave it out.',
    with: ({ names }: { names: string }) =>
      `This is also the address of ${names}: nobody can sign in with it. Write another one, or none.`,
    badge: 'shared e-mail: cannot sign in by it',
  },
  ru: {
    title: 'У нескольких сотрудников одна почта',
    why: 'По общей почте не войдёт никто из них. Укажите каждому свою или уберите лишнюю.',
    with: ({ names }: { names: string }) =>
      `Та же почта указана у другого сотрудника (${names}): по ней не войдёт никто. Укажите другую или никакой.`,
    badge: 'почта общая: по ней не войти',
  },
})
