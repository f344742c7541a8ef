/** Settings with which every function can be loaded, as a deployment would give them; nothing behind them exists. */
export const functionSettings: Readonly<Record<string, string>> = {
  AWS_REGION: 'eu-central-1',
  NORMA_TABLE: 'table',
  NORMA_BUS: 'bus',
  NORMA_SECRET_ID: 'norma-secret',
  NORMA_METRICS: 'Norma/measured',
  NORMA_FILES: 'files',
  NORMA_WORDS: 'words',
  NORMA_MAIL_IN: 'mail-in',
  NORMA_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/000000000000/queue',
  NORMA_REPORT_QUEUES: '{}',
  NORMA_CONSUMER: 'follow-deal',
  NORMA_ISSUER: 'https://issuer.example',
  NORMA_AUDIENCE: 'norma',
  NORMA_CLIENT_ID: 'pages',
  NORMA_CLIENT_SECRET_ID: 'none',
}
