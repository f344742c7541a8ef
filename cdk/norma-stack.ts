import { ArnFormat, CfnOutput, CfnParameter, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'

import type { Consumer } from '#events/consumer'
import type { Schedule } from '#events/schedule'

import { acknowledge } from './acknowledge'
import { Alarms, type Watched } from './alarms'
import { Channels } from './channels'
import { ConsumerQueue } from './consumer-queue'
import { Dashboard } from './dashboard'
import { DataTable } from './data-table'
import { EventBus } from './event-bus'
import { EventRelay } from './event-relay'
import { FileBucket } from './file-bucket'
import { functionRoles } from './function-roles'
import { HttpDoor } from './http-door'
import { MailDoor } from './mail-door'
import { NodeFunction } from './node-function'
import { RulesPublishing } from './rules-publishing'
import { tableRights, wordRights, type TableRights } from './table-rights'
import { Timetable } from './timetable'

/** What the stack is made from: the declarations that also run on one machine, and the checked rules. */
export type NormaStackProps = StackProps & {
  readonly consumers: readonly Consumer[]
  readonly schedules: readonly Schedule[]
  /** The addresses that answer without a token. */
  readonly rulesText: string
}

type Running = Pick<Watched, 'apiId' | 'metricNamespace'> & {
  readonly relay: EventRelay
  readonly timetable: Timetable
  readonly queues: readonly ConsumerQueue[]
}

/** Norma whole: one table, one bus, one function per role and per declared consumer. */
export class NormaStack extends Stack {
  readonly data: DataTable
  readonly events: EventBus
  readonly files: FileBucket

  constructor(scope: Construct, id: string, props: NormaStackProps) {
    super(scope, id, props)
    const metricNamespace = `Norma/${this.stackName}`
    this.data = new DataTable(this, 'Data')
    const { tableName } = this.data.table
    const words = { NORMA_WORDS: this.data.words.tableName }
    this.events = new EventBus(this, 'Events')
    this.files = new FileBucket(this, 'FileStore')
    const { bucketName } = this.files.bucket
    const about = { NORMA_TABLE: tableName, NORMA_METRICS: metricNamespace, NORMA_FILES: bucketName }
    const secret = this.#secret()
    const environment = { ...about, ...words, NORMA_SECRET_ID: secret.secretArn }
    const relay = new EventRelay(this, 'Relay', { table: this.data.table, bus: this.events.bus })
    const queues = props.consumers.map((consumer) => this.#consumer(consumer, environment))
    const timetable = this.#timetable(props.schedules, environment)
    const raw = this.#raw(environment)
    const { door, api, pages } = this.#door(environment, queues, raw)
    const mail = this.#mail(about)
    const publisher = this.#publishing(props.rulesText, environment)
    for (const one of [
      api,
      pages,
      timetable.function,
      timetable.apart,
      raw,
      ...queues.map((queue) => queue.function),
    ]) {
      mayBeTold(one, secret.secretArn)
    }
    const metrics = { apiId: door.api.apiId, metricNamespace }
    this.#watch(
      { Api: api, Pages: pages, RawDoor: raw, TakeMail: mail, PublishRules: publisher },
      { relay, timetable, queues, ...metrics },
    )
    new CfnOutput(this, 'TableName', { key: 'TableName', value: tableName })
  }

  #watch(functions: Watched['functions'], { relay, timetable, queues, ...metrics }: Running): void {
    const watched: Watched = {
      functions: {
        ...functions,
        Relay: relay.function,
        Schedules: timetable.function,
        PollMail: timetable.apart,
        ...byId(queues, (queue) => queue.function),
      },
      consumers: queues,
      deadLetters: {
        Schedules: timetable.deadLetters,
        Unpublishable: this.events.unpublishable,
        ...byId(queues, (queue) => queue.deadLetters),
      },
      relay,
      tableName: this.data.table.tableName,
      busName: this.events.bus.eventBusName,
      scheduleGroupName: timetable.group.scheduleGroupName,
      ...metrics,
    }
    new Alarms(this, 'Alarms', watched)
    new Dashboard(this, 'Dashboard', watched)
  }

  /** Keys the hashes of phone numbers and e-mails and the signatures of cursors. */
  #secret(): Secret {
    const secret = new Secret(this, 'Secret', {
      description: 'Norma: keys the hashes of client contacts and the signatures of cursors',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'Rotation would forget every returning client: their phones and e-mails are found by hashes keyed with it.',
    )
    return secret
  }

  /** What is done by the clock also writes to people: it alone may send e-mail. */
  #timetable(schedules: readonly Schedule[], environment: Readonly<Record<string, string>>): Timetable {
    const channels = new Channels(this, 'Channels')
    const timetable = new Timetable(this, 'Timetable', {
      schedules,
      environment: { ...environment, ...channels.environment },
    })
    this.data.grant(timetable.function, tableRights.schedules.actions, tableRights.schedules.indexes)
    this.data.grant(timetable.apart, tableRights.pollMail.actions, tableRights.pollMail.indexes)
    this.files.grant(timetable.function)
    timetable.function.mayDo(['ses:SendEmail'], [channels.mailIdentityArn])
    mayBeTold(timetable.function, secretNamed(this, channels.telegramSecret))
    return timetable
  }

  #consumer(consumer: Consumer, environment: Readonly<Record<string, string>>): ConsumerQueue {
    const queue = new ConsumerQueue(this, constructId(consumer.name), { bus: this.events.bus, consumer, environment })
    this.data.grant(queue.function, tableRights.consumer.actions, tableRights.consumer.indexes)
    if (consumer.name === wordKeeper) this.data.grantWords(queue.function, wordRights.keep)
    this.files.grant(queue.function)
    return queue
  }

  #door(
    environment: Readonly<Record<string, string>>,
    queues: readonly ConsumerQueue[],
    raw: NodeFunction,
  ): { door: HttpDoor; api: NodeFunction; pages: NodeFunction } {
    const issuer = new CfnParameter(this, 'Issuer', {
      description: 'Address of the OIDC provider whose tokens are accepted, such as https://login.example.com',
      allowedPattern: 'https://.+',
    })
    const audience = new CfnParameter(this, 'Audience', {
      description: 'The audience (aud) that a token must be meant for',
      minLength: 1,
    })
    const trust = {
      NORMA_ISSUER: issuer.valueAsString,
      NORMA_AUDIENCE: audience.valueAsString,
      NORMA_REPORT_QUEUES: this.toJsonString(addressesOf(keepersAmong(queues))),
    }
    const api = new NodeFunction(this, 'Api', {
      ...functionRoles.api,
      description: 'Norma: the HTTP API',
      failuresGo: 'It is called synchronously: the caller has the answer, and an alarm counts faults.',
      ships: ['schemas/generated/openapi.json'],
      environment: { ...environment, ...trust },
    })
    this.#letAnswer(api, tableRights.api)
    const pages = this.#pages({ ...environment, ...trust })
    for (const asking of [api, pages]) mayCount(asking, keepersAmong(queues))
    const door = new HttpDoor(this, 'Door', {
      handler: api.handler,
      pages: pages.handler,
      raw: raw.handler,
    })
    return { door, api, pages }
  }

  /** What those may do who answer people. */
  #letAnswer(to: NodeFunction, { actions, indexes }: TableRights): void {
    this.data.grant(to, actions, indexes)
    this.data.grantWords(to, wordRights.ask)
    this.files.grant(to)
  }

  #raw(environment: Readonly<Record<string, string>>): NodeFunction {
    const raw = new NodeFunction(this, 'RawDoor', {
      ...functionRoles.rawDoor,
      description: 'Norma: the door for providers and sites',
      failuresGo:
        'It is called synchronously: whoever sends has the answer and sends again, and an alarm counts faults.',
      environment,
    })
    this.data.grant(raw, tableRights.rawDoor.actions, tableRights.rawDoor.indexes)
    // It signs addresses that files of forms are sent to.
    this.files.grant(raw)
    return raw
  }

  /** Mail to addresses of ours, where the deployment names a domain for it. */
  #mail(environment: Readonly<Record<string, string>>): NodeFunction {
    const { taker } = new MailDoor(this, 'MailDoor', { environment })
    this.data.grant(taker, tableRights.takeMail.actions, tableRights.takeMail.indexes)
    return taker
  }

  #pages(environment: Readonly<Record<string, string>>): NodeFunction {
    const clientId = new CfnParameter(this, 'ClientId', {
      description: 'What the pages are called at the OIDC provider (client_id)',
      minLength: 1,
    })
    const clientSecret = new CfnParameter(this, 'ClientSecretName', {
      description:
        'Name of the secret in Secrets Manager that holds theirs; “none” for a public client, which proves itself by PKCE alone',
      default: 'none',
      minLength: 1,
    })
    const pages = new NodeFunction(this, 'Pages', {
      ...functionRoles.pages,
      description: 'Norma: the pages',
      failuresGo: 'It is called synchronously: the person has the answer, and an alarm counts faults.',
      ships: ['schemas/generated/openapi.json', 'dist/pages'],
      environment: {
        ...environment,
        NORMA_CLIENT_ID: clientId.valueAsString,
        NORMA_CLIENT_SECRET_ID: clientSecret.valueAsString,
      },
    })
    this.#letAnswer(pages, tableRights.pages)
    mayBeTold(pages, secretNamed(this, clientSecret.valueAsString))
    return pages
  }

  #publishing(rulesText: string, environment: Readonly<Record<string, string>>): NodeFunction {
    const publisher = new NodeFunction(this, 'PublishRules', {
      ...functionRoles.publishRules,
      description: 'Norma: publishes pipelines.yaml on deployment',
      failuresGo: 'It is called by CloudFormation only, and a run that fails fails the deployment.',
      environment,
      ships: ['pipelines.yaml'],
    })
    this.data.grant(publisher, tableRights.publishRules.actions, tableRights.publishRules.indexes)
    new RulesPublishing(this, 'Rules', { publisher, rulesText })
    return publisher
  }
}

function byId<T>(queues: readonly ConsumerQueue[], of: (queue: ConsumerQueue) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(queues.map((queue) => [queue.node.id, of(queue)]))
}

/** What a secret says is asked for when it is first needed, by whoever may be told; no configuration shows it. */
function mayBeTold(to: NodeFunction, secretArn: string): void {
  to.mayDo(['secretsmanager:GetSecretValue'], [secretArn])
}

/** A secret by the name that a parameter gives: Secrets Manager puts six letters behind every name. */
function secretNamed(stack: Stack, name: string): string {
  const resourceName = `${name}-??????`
  return stack.formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
}

/** `follow-deal` as a construct is called: `FollowDeal`. */
function constructId(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}

/** Who keeps the words of the search. */
const wordKeeper = 'keep-words'

/** Who keeps what reports are made of: reports say how far these are behind. */
const reportKeepers: readonly string[] = ['keep-reports', 'keep-plan-ledger']

function addressesOf(queues: readonly ConsumerQueue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(queues.map(({ consumerName, queue }) => [consumerName, queue.queueUrl]))
}

function mayCount(asking: NodeFunction, queues: readonly ConsumerQueue[]): void {
  const arns = queues.map(({ queue }) => queue.queueArn)
  asking.mayDo(['sqs:GetQueueAttributes'], arns)
}

/** The queues of those who keep what reports are made of. */
function keepersAmong(queues: readonly ConsumerQueue[]): readonly ConsumerQueue[] {
  return queues.filter(({ consumerName }) => reportKeepers.includes(consumerName))
}
