import { enEvents } from './en-events'

/** What a Norma on one machine says: why it does not start, and what goes on behind it. */
export const en = {
  ...enEvents,
  port_taken: 'The port is taken by another program. Choose another with --port, or 0 for any free one.',
  folder_taken: ({ folder, process }: { folder: string; process: number }) =>
    `Norma already runs on the data in ${folder} (process ${process}). Stop it first, or name another folder with --data.`,
  data_lost: ({ folder, file }: { folder: string; file: string }) =>
    `${folder} has been used, but ${file} is not in it any more: bring it back from a copy, or name an empty folder with --data.`,
  secret_short: ({ path, length, wanted }: { path: string; length: number; wanted: number }) =>
    `The secret in ${path} has ${length} characters instead of ${wanted}: bring the file back from a copy. With another one, known clients are not found again.`,
  secret_gone: ({ path, wanted }: { path: string; wanted: number }) =>
    `The secret ${path} has gone: bring the file back from a copy. Where there is none, write ${wanted} letters and digits of your own into it: known clients are not found by their numbers and addresses then.`,
  folder_is_file: ({ folder }: { folder: string }) =>
    `${folder} is a file, and the data needs a folder. Name another with --data.`,
  issuer_unreadable: ({ path }: { path: string }) =>
    `The key in ${path} cannot be read. Delete the file: a new one is made, and everybody signs in again.`,
  picker_outside: ({ host }: { host: string }) =>
    `In this folder anybody may choose who to be, so it is not shown as ${host}: a demo is for this machine alone. Leave --host out, or start an empty folder without --demo.`,
  data_emptied: ({ folder, file }: { folder: string; file: string }) =>
    `${folder} has been used, but nothing is in its ${file}: bring it back from a copy, name the server it was kept in (AWS_ENDPOINT_URL_DYNAMODB), or an empty folder with --data.`,
  disk_full: ({ folder }: { folder: string }) =>
    `The disk is full: nothing can be kept in ${folder}. Make room and start again; what was acknowledged before is kept.`,
  folder_closed: ({ folder }: { folder: string }) =>
    `${folder} may not be written to. Give this user the right to write there, or name another folder with --data.`,
  store_empty: ({ path }: { path: string }) =>
    `${path} is empty, and Norma never leaves it so: bring it back from a copy, or name an empty folder with --data.`,
  store_other_form: ({ path, form }: { path: string; form: number }) =>
    `${path} was written by another version of Norma (form ${form}). Start it with that version, or bring back a copy that this one has made.`,
  store_damaged: ({ path, why }: { path: string; why: string }) =>
    `${path} is damaged (${why}). Bring the folder back from a copy.`,
  table_without_stream: ({ table }: { table: string }) =>
    `The table ${table} has no stream: make it with one of new images.`,
  backstage_failed: ({ table }: { table: string }) => `What runs behind the API could not start on the table ${table}.`,
  api_failed: 'The API failed.',
  words_unmade:
    'What the search finds could not be made. It is tried again at the next start; norma rebuild-search does it at once.',
  table_unread: 'The table of deals could not be read ahead; whoever opens it first waits a little longer.',
  page_failed: 'A page failed.',
  store_said: ({ text }: { text: string }) => text,
  consumer_failed: 'A consumer failed; it will be tried again.',
  messages_failed: ({ consumer, why }: { consumer: string; why: string }) => `${consumer} failed: ${why}`,
  messages_late: ({ consumer }: { consumer: string }) => `${consumer} did not answer in time`,
  message_aside: ({ consumer, why }: { consumer: string; why: string }) => `${consumer} put a message aside: ${why}`,
  schedule_failed: ({ name }: { name: string }) => `The schedule ${name} failed`,
  stream_unread: 'The stream could not be read on; trying again',
  stream_unforgotten: 'What was handed on could not be forgotten; after a restart it comes twice',
  schedules_unwritten: 'What ran when could not be written down; after a restart it runs again',
  queues_unwritten: 'The queues could not be written down; trying again',
}
