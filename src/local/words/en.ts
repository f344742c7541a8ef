import { enEvents } from './en-events'

/** What a Norma on one machine says: why it does not start, and what goes on behind it. */
export const en = {
  ...enEvents,
  port_taken: 'The port is taken by another program. Choose another with --port, or 0 for any free one.',
  folder_taken: ({ folder, process }: { folder: string; process: number }) =>
    `Norma already runs on the data in ${folder} (process ${process}). Stop it first, or name another folder with --data.`,
  no_engine:
    'No database engine was found for this machine. Install the npm package @dynoxide/linux-x64, or put `dynoxide` on the PATH, ' +
    'or set AWS_ENDPOINT_URL_DYNAMODB to the address of a DynamoDB-compatible server, such as http://127.0.0.1:8000.',
  engine_failed: ({ file, complaint }: { file: string; complaint: string }) =>
    `The database engine did not start on ${file}: ${complaint}`,
  backstage_failed: ({ table }: { table: string }) => `What runs behind the API could not start on the table ${table}.`,
  api_failed: 'The API failed.',
  page_failed: 'A page failed.',
  store_said: ({ text }: { text: string }) => text,
  consumer_failed: 'A consumer failed; it will be tried again.',
  messages_failed: ({ consumer, why }: { consumer: string; why: string }) => `${consumer} failed: ${why}`,
  messages_late: ({ consumer }: { consumer: string }) => `${consumer} did not answer in time`,
  message_aside: ({ consumer, why }: { consumer: string; why: string }) => `${consumer} put a message aside: ${why}`,
  schedule_failed: ({ name }: { name: string }) => `The schedule ${name} failed`,
  stream_unread: 'The stream could not be read on; trying again',
}
