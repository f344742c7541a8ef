import { line } from '#playbook/blocks'
import type { AnswerWords } from './answer-words'
import { ruClients } from './ru-clients'

/** How clients are answered, in Russian. */
export const ruAnswers: AnswerWords = {
  title: 'Как мы отвечаем',
  dealTitle: 'название сделки',
  intro:
    'Каждому, кто обратился, мы должны ответ, пока кто-нибудь не ответит. Долг виден в «Без ответа» и в «Моём дне».',
  channels: 'Как приходят клиенты',
  channelsCaption: 'Номера, адреса и формы',
  channelHeads: ['Что', 'Вид', 'Новые сделки'],
  kinds: { phone: 'телефон', mail: 'почта', messenger: 'мессенджер', form: 'форма на сайте' },
  usual: 'как любая новая сделка',
  to: (direction) => line`направление ${direction}`,
  intake: 'Что становится с обращением',
  intakeIntro: 'Строки читаются сверху; решает первая подходящая.',
  same: (length) => `Кто обратился снова в течение ${length}, попадает в ту же открытую сделку.`,
  every: 'Все остальные',
  by: (channels) => channels,
  form: (forms) => `форма ${forms.map((name) => `«${name}»`).join(', ')}`,
  known: { yes: 'наш клиент', no: 'незнакомый' },
  open: { yes: 'с открытой сделкой', no: 'без открытой сделки' },
  line: (when, becomes) => line`${when} – ${becomes}.`,
  becomes: {
    nothing: 'обращение сохраняется, отвечать не нужно',
    deal: 'новая сделка',
    part_of_deal: 'часть открытой сделки',
    request: 'обращение в «Без ответа»',
  },
  answers: (who, length) => {
    const whose = who === undefined ? line`` : line`; отвечает ${who}`
    return length === undefined ? whose : line`${whose}; в течение ${length}`
  },
  calls: 'Пропущенные звонки',
  callBack: (length, task) => line`Перезваниваем в течение ${length} от конца звонка. Задача называется «${task}».`,
  whoCalls: (who, otherwise) =>
    otherwise === undefined
      ? line`Кто перезванивает: ${who}.`
      : line`Кто перезванивает: ${who}; если клиента никто не вёл – ${otherwise}.`,
  once: 'Клиенту должны один перезвон, сколько бы он ни звонил. Долг закрывает любой разговор с ним, кто бы из нас ни говорил.',
  counts: (seconds) => `Перезвон короче ${seconds} секунд – только попытка: мог ответить автоответчик.`,
  tries: (count, length) => `Попыток без ответа – ${count} в течение ${length}: эскалация начинается сразу.`,
  ladder: (ladder) => line`Опоздали – лестница ${ladder}.`,
  hidden: (people, at) => line`На скрытый номер не перезвонить; уведомление в ${at}: ${people}.`,
  notClients: (numbers) => `Никому ничего не должны по номерам: ${numbers}.`,
  notice: (text) => `До начала записи звонящий слышит: «${text}»`,
  kept: (length) => `Записи хранятся в течение ${length}.`,
  hear: (people) => line`Кто из имеющих право может слушать записи: ${people}.`,
  messages: 'Сообщения и письма',
  answer: (length, task) => `Отвечаем в течение ${length} от последнего слова клиента. Задача называется «${task}».`,
  owesNothing: 'На «👍», «спасибо» и то, что прислал автомат, отвечать не нужно.',
  templates: 'Что мы пишем раз за разом',
  template: (name, text) => line`${{ strong: name }}: ${text}`,
  clients: ruClients,
  personal: 'Персональные данные',
  citizens: (of, storedIn) =>
    storedIn === undefined ? `Храним данные граждан: ${of}.` : `Храним данные граждан: ${of}. Где лежат: ${storedIn}.`,
  keptOf: {
    person: 'Когда срок хранения истёк, карточки людей стираются сами; карточки компаний остаются.',
    company: 'Когда срок хранения истёк, карточки компаний стираются сами; карточки людей остаются.',
    both: 'Когда срок хранения истёк, карточки людей и компаний стираются сами.',
  },
  keptFor: {
    contract: (length) => `После последней выигранной сделки, документа или счёта храним в течение ${length}.`,
    lost: (length) =>
      `Кто ничего не купил и не ведёт с нами открытой сделки, хранится в течение ${length} после последнего контакта.`,
    noConsent: (length) => `Кто не дал обязательного согласия или отозвал его, хранится в течение ${length}.`,
    unknown: (length) =>
      `Звонки и письма тех, у кого нет ни карточки, ни сделки, хранятся в течение ${length} после последнего.`,
  },
  whoAnswers: (who) => line`На вопросы клиентов об их данных отвечает ${who}.`,
  asked: {
    access: (length) => `«Что вы обо мне храните?» – в течение ${length}.`,
    correction: (length) => `«Здесь ошибка» – в течение ${length}.`,
    erasure: (length) => `«Удалите мои данные» – в течение ${length}.`,
    objection: (length) => `«Больше не обращайтесь ко мне» – в течение ${length}.`,
  },
}
