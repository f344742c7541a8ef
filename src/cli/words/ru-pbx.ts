import type { Translated } from '#domain/kernel/saying'
import type { enPbx } from './en-pbx'
import { momentIn } from './moment'

const exchange = {
  connecting: 'подключение',
  listening: 'слушаем',
  unreachable: 'никто не отвечает; пробуем ещё',
  not_ami: 'там отвечает не AMI; пробуем ещё',
  refused: 'имя и пароль больше не подходят; следующая попытка через пять минут',
  silent: 'замолчала; пробуем ещё',
  closed: 'разорвала связь; пробуем ещё',
} as const

const norma = {
  taking: 'принимает',
  taken: 'принимает',
  too_large: 'пачка слишком велика, передаём частями',
  stranger: 'не узнаёт ключ; ничего не потеряно: дайте программе верный ключ подключения',
  nowhere: 'не знает такого адреса; ничего не потеряно: проверьте имя подключения в --to',
  refused: 'не приняла пачку; она лежит в папке «aside»',
  later: 'недоступна или занята; пробуем ещё',
} as const

/** What `norma pbx` says, in Russian. */
export const ruPbx: Translated<typeof enPbx> = {
  pbx_runs: ({ host, port, address, folder }) =>
    `Слушаем АТС на ${host}:${port}, передаём на ${address}. Непереданное лежит в ${folder}. Остановить – Ctrl+C.`,
  pbx_exchange: ({ exchange: how, heardAt }) =>
    `АТС: ${exchange[how]}${heardAt === null ? '' : `; последнее о звонках: ${momentIn('ru-RU', heardAt)}`}.`,
  pbx_norma: (said) =>
    `Норма: ${norma[said.norma]}${said.why === '' ? '' : ` (${said.why})`}; ждёт: ${said.batches} (${Math.ceil(said.bytes / 1024)} кБ)${said.handedAt === null ? '' : `; последнее передано: ${momentIn('ru-RU', said.handedAt)}`}.`,
  pbx_dropped: ({ count }) =>
    `Не хватило места: потеряно самых старых уведомлений – ${count}. Восстановите связь с Нормой или дайте папке больше места.`,
  pbx_disk: ({ why }) => `Диск не принимает запись (${why}): услышанное пока держим в памяти.`,
  pbx_file: ({ why }) => `Не читается файл звонков (${why}): что было, пока никто не слушал, неизвестно.`,
  pbx_refused: ({ user }) =>
    `АТС не пускает «${user}» с этим паролем. Сверьте имя, secret и permit в её manager.conf и перечитайте его: manager reload`,
  pbx_no_state: ({ folder }) =>
    `В папке ${folder} программа «norma pbx» не работала. Назовите её папку: --spool ПАПКА.`,
  pbx_ami: ({ written }) => `--ami – это адрес и порт AMI, например 127.0.0.1:5038, а не «${written}».`,
  pbx_user: 'Назовите, кем читать АТС: --user ИМЯ – имя в скобках в её manager.conf.',
  pbx_to: ({ written }) =>
    `Назовите, куда передавать звонки: --to https://norma.example.com/in/ИМЯ – адрес, который показывает подключение${written === null ? '' : `; «${written}» не подходит`}.`,
  pbx_dial: ({ written }) =>
    `--dial – это канал, по которому звонят на телефон: PJSIP/{extension} или SIP/{extension}, а не «${written}».`,
  pbx_begins: ({ written }) =>
    `--begins – чем ваша АТС набирает +7: 7, +7 или 8, перед ними цифра выхода в город, если она нужна (98), а не «${written}».`,
  pbx_context: ({ written }) => `--context – имя контекста вашей АТС, например «from-internal», а не «${written}».`,
  pbx_https: ({ written }) =>
    `Передаются номера клиентов: «${written}» должен начинаться с https://. Через http:// – только на этой же машине.`,
  pbx_secret: ({ name, file }) => {
    const what = name === 'password' ? 'пароль АТС' : 'ключ подключения'
    return file === null
      ? `Задайте ${what} в ${name === 'password' ? 'NORMA_PBX_PASSWORD' : 'NORMA_PBX_KEY'} или назовите файл с ними: --secrets ФАЙЛ.`
      : `В ${file} нет строки «${name}=…» (${what}).`
  },
  pbx_secrets_open: ({ file }) =>
    `Файл ${file} могут читать и другие пользователи этой машины. Сначала закройте его: chmod 600 ${file}`,
}
