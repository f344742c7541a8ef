import { momentIn } from './moment'

type Exchange = 'connecting' | 'listening' | 'unreachable' | 'not_ami' | 'refused' | 'silent' | 'closed'
type Norma = 'taking' | 'taken' | 'too_large' | 'stranger' | 'nowhere' | 'refused' | 'later'

const exchange: Readonly<Record<Exchange, string>> = {
  connecting: 'connecting',
  listening: 'listening',
  unreachable: 'nobody answers there; it is tried again',
  not_ami: 'what answers there is no manager interface; it is tried again',
  refused: 'it does not accept the name and password any more; it is tried again in five minutes',
  silent: 'it fell silent; it is tried again',
  closed: 'it ended the connection; it is tried again',
}

const norma: Readonly<Record<Norma, string>> = {
  taking: 'takes what it is handed',
  taken: 'takes what it is handed',
  too_large: 'a batch was too large and is handed on in parts',
  stranger: 'does not know this key; nothing is lost: give the program the right key of the integration',
  nowhere: 'knows no such address; nothing is lost: check the name of the integration in --to',
  refused: 'refused a batch; it lies in the folder “aside”',
  later: 'cannot be reached or has no time; it is tried again',
}

/** What `norma pbx` says, in English. */
export const enPbx = {
  pbx_runs: ({ host, port, address, folder }: { host: string; port: number; address: string; folder: string }) =>
    `Listening to the exchange at ${host}:${port}, handing on to ${address}. What waits lies in ${folder}. Stop it with Ctrl+C.`,
  pbx_exchange: ({ exchange: how, heardAt }: { exchange: Exchange; heardAt: string | null }) =>
    `Exchange: ${exchange[how]}${heardAt === null ? '' : `; last heard of a call: ${momentIn('en-GB', heardAt)}`}.`,
  pbx_norma: (said: { norma: Norma; why: string; batches: number; bytes: number; handedAt: string | null }) =>
    `Norma: ${norma[said.norma]}${said.why === '' ? '' : ` (${said.why})`}; waiting: ${said.batches} (${Math.ceil(said.bytes / 1024)} kB)${said.handedAt === null ? '' : `; last handed on: ${momentIn('en-GB', said.handedAt)}`}.`,
  pbx_dropped: ({ count }: { count: number }) =>
    `There was no room: ${count} of the oldest notices were given up. Let Norma be reachable again, or give the folder more room.`,
  pbx_disk: ({ why }: { why: string }) =>
    `The disk takes nothing (${why}): what is heard is held in memory until it does.`,
  pbx_file: ({ why }: { why: string }) =>
    `The file of calls cannot be read (${why}): what happened while nobody listened is not known.`,
  pbx_refused: ({ user }: { user: string }) =>
    `The exchange does not let “${user}” in with this password. Compare name, secret and permit in its manager.conf, and reload it there: manager reload`,
  pbx_no_state: ({ folder }: { folder: string }) =>
    `No “norma pbx” has run with the folder ${folder}. Name its folder with --spool.`,
  pbx_ami: ({ written }: { written: string }) =>
    `--ami takes the host and port of the manager interface, such as 127.0.0.1:5038, not “${written}”.`,
  pbx_user: 'Say as whom the exchange is read: --user NAME, the name in brackets in its manager.conf.',
  pbx_to: ({ written }: { written: string | null }) =>
    `Say where calls go: --to https://norma.example.com/in/NAME, the address that the integration shows${written === null ? '' : `; “${written}” is not such an address`}.`,
  pbx_dial: ({ written }: { written: string }) =>
    `--dial says by which channel a telephone is called, such as PJSIP/{extension} or SIP/{extension}, not “${written}”.`,
  pbx_begins: ({ written }: { written: string }) =>
    `--begins says what your exchange dials for +7: 7, +7 or 8, behind a figure for a line outside where one is needed (98), not “${written}”.`,
  pbx_context: ({ written }: { written: string }) =>
    `--context is the name of a context of your exchange, such as from-internal, not “${written}”.`,
  pbx_https: ({ written }: { written: string }) =>
    `What is handed on are numbers of clients: “${written}” has to begin with https://. Only on this machine http:// is taken.`,
  pbx_secret: ({ name, file }: { name: 'password' | 'key'; file: string | null }) => {
    const what = name === 'password' ? 'the password of the exchange' : 'the key of the integration'
    return file === null
      ? `Say ${what} in ${name === 'password' ? 'NORMA_PBX_PASSWORD' : 'NORMA_PBX_KEY'}, or name a file of secrets with --secrets.`
      : `${file} does not say ${what}. Write a line ${name}=…`
  },
  pbx_secrets_open: ({ file }: { file: string }) =>
    `Others of this machine may read ${file}. Take that away first: chmod 600 ${file}`,
}
