import { texts } from './in-both'

/** The ways in. */
export const signInTexts = texts({
  en: {
    title: 'Sign in',
    demo: 'Who do you want to be?',
    demoWhy:
      'This Norma runs on your own machine, so there is no password: choose a person and look at the product as they see it.',
    search: 'Find by name, role or department',
    nobody: 'Nobody found.',
    head: 'Head',
    provider: 'Sign in with your company account',
    providerWhy: 'You will be asked to sign in at your company’s own page and come back here.',
    goOn: 'Sign in',
    failed: 'Signing in did not work. Try again.',
    refused: 'The company account was not accepted:',
    silent: 'The page where your company signs people in does not answer. Try again in a minute.',
    odd: ({ why }: { why: string }) =>
      `What your company’s sign-in page answered did not pass our checks, so nobody was let in. Try again; if it happens again, show this to whoever looks after it: ${why}.`,
    unknown: (subject: string) =>
      `You are signed in at your company, but Norma does not know you yet. Somebody who may change employees can add you as “${subject}”.`,
  },
  ru: {
    title: 'Вход',
    demo: 'Кем вы хотите войти?',
    demoWhy:
      'Эта Norma работает на вашем компьютере, поэтому пароля нет: выберите человека и посмотрите на продукт его глазами.',
    search: 'Найти по имени, роли или отделу',
    nobody: 'Никого с таким именем нет.',
    head: 'Руководитель',
    provider: 'Вход через учётную запись компании',
    providerWhy: 'Вы войдёте на странице своей компании и вернётесь сюда.',
    goOn: 'Войти',
    failed: 'Войти не получилось. Попробуйте ещё раз.',
    refused: 'Учётная запись компании не принята:',
    silent: 'Страница входа вашей компании не отвечает. Попробуйте через минуту.',
    odd: ({ why }: { why: string }) =>
      `Ответ страницы входа вашей компании не прошёл проверку, поэтому войти не получилось. Попробуйте ещё раз; если повторится, покажите тому, кто её настраивал: ${why}.`,
    unknown: (subject: string) =>
      `Вы вошли в компании, но Norma вас пока не знает. Тот, кто ведёт сотрудников, может добавить вас как «${subject}».`,
  },
})
