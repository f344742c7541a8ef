/** What one kind of function is given, and how big its code may become. */
export type FunctionRole = {
  readonly entry: string
  readonly memoryMb: number
  readonly timeoutSec: number
  /** What the design allows the code that is loaded at the start, in kB. */
  readonly budgetKb: number
}

/**
 * The kinds of functions. Memory buys processor time in the handler, not in the cold start (that runs at full speed anyway).
 * Pages are made of text, which is processor time, so they have more. Timeouts: the API answers before API Gateway gives up (30 s); a schedule may read a whole year.
 */
export const functionRoles = {
  api: { entry: 'functions/api.ts', memoryMb: 512, timeoutSec: 20, budgetKb: 385 },
  pages: { entry: 'functions/pages.ts', memoryMb: 1024, timeoutSec: 20, budgetKb: 600 },
  rawDoor: { entry: 'functions/raw-door.ts', memoryMb: 512, timeoutSec: 10, budgetKb: 340 },
  relay: { entry: 'functions/relay.ts', memoryMb: 256, timeoutSec: 60, budgetKb: 200 },
  consumer: { entry: 'functions/consumer.ts', memoryMb: 512, timeoutSec: 30, budgetKb: 340 },
  schedules: { entry: 'functions/schedules.ts', memoryMb: 512, timeoutSec: 900, budgetKb: 400 },
  pollMail: { entry: 'functions/poll-mail.ts', memoryMb: 1024, timeoutSec: 80, budgetKb: 1400 },
  takeMail: { entry: 'functions/take-mail.ts', memoryMb: 512, timeoutSec: 60, budgetKb: 340 },
  publishRules: { entry: 'functions/publish-rules.ts', memoryMb: 512, timeoutSec: 60, budgetKb: 400 },
} as const satisfies Record<string, FunctionRole>
