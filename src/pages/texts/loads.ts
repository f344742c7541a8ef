import { texts } from './in-both'

/** The words of files that are loaded in the background. */
export const loadTexts = texts({
  en: {
    title: 'Files on their way',
    last: 'Files loaded last',
    waiting: 'waits for its turn',
    reading: 'is being read',
    on: (done: string, all: string) => `${done} of ${all}`,
    dry: 'looked at',
    done: (added: string, known: string) => `new: ${added}, here already: ${known}`,
    show: 'Show',
    sending: 'The file is being sent …',
    leave: 'You may leave this page: the file is loaded in the background.',
  },
  ru: {
    title: 'Отправленные файлы',
    last: 'Последние загрузки',
    waiting: 'ждёт очереди',
    reading: 'читается',
    on: (done: string, all: string) => `${done} из ${all}`,
    dry: 'просмотр',
    done: (added: string, known: string) => `новых: ${added}, уже были: ${known}`,
    show: 'Показать',
    sending: 'Файл отправляется…',
    leave: 'Страницу можно закрыть: файл загружается в фоне.',
  },
})
