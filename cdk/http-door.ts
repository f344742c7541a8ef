import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib'
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

import { acknowledge } from './acknowledge'

/** The routes of the pages. They ask for no token here: a browser has a cookie, which the app checks by the same rules. */
export const pagePaths = ['/', '/app', '/app/{proxy+}'] as const

export type HttpDoorProps = {
  readonly handler: IFunction
  readonly pages: IFunction
  readonly raw: IFunction
}

/** Where providers, sites and 1C send what they have to say: signed in their own ways, which the function checks. */
export const rawRoutes = ['/in/{integration}', '/in/{integration}/{tail+}', '/exchange/1c'] as const

/** Of each of them no more a second: robots on a form must not keep people from working. */
const rawThrottle = { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 } as const

/** The HTTP API: functions that check who asks, a limit on requests, one JSON log line per request. */
export class HttpDoor extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, props: HttpDoorProps) {
    super(scope, id)
    const integration = new HttpLambdaIntegration('Api', props.handler)
    this.api = new HttpApi(this, 'HttpApi', {
      description: 'Norma',
      createDefaultStage: false,
      // Unknown paths and methods reach the app too: it answers them in the same form as every other error.
      defaultIntegration: integration,
      // A gateway knows one kind of token a route, and programs come with keys of their own to the same addresses: the
      // function looks at both, before it looks at anything else.
      defaultAuthorizer: new HttpNoneAuthorizer(),
    })
    acknowledge(
      this.api,
      'AwsSolutions-APIG4',
      'Tokens of people and keys of programs are checked by the function, which refuses whoever has neither.',
    )
    this.#addPages(props.pages)
    this.#addRaw(props.raw)
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: accessLogFormat },
    })
    const settings = Object.fromEntries(rawRoutes.map((path) => [`ANY ${path}`, rawThrottle]))
    ;(stage.node.defaultChild as CfnStage).routeSettings = settings
    new CfnOutput(this, 'Url', { key: 'Url', value: this.api.apiEndpoint })
  }

  #addRaw(raw: IFunction): void {
    const why = 'Providers have no token: each signs in its own way, or knows a secret, which the function checks.'
    this.#addUnsigned(rawRoutes, new HttpLambdaIntegration('Raw', raw), why)
  }

  #addPages(pages: IFunction): void {
    const why = 'The pages check the token in their cookie themselves, and send to sign in.'
    this.#addUnsigned(pagePaths, new HttpLambdaIntegration('Pages', pages), why)
  }

  /** Addresses at which the function behind looks itself who asks, by any method. */
  #addUnsigned(paths: readonly string[], integration: HttpLambdaIntegration, why: string): void {
    for (const path of paths) {
      const methods = [HttpMethod.ANY]
      const [route] = this.api.addRoutes({ path, methods, integration, authorizer: new HttpNoneAuthorizer() })
      if (route !== undefined) acknowledge(route, 'AwsSolutions-APIG4', why)
    }
  }
}

const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    requestId: '$context.requestId',
    method: '$context.httpMethod',
    // Not the path: addresses may be secrets, of calendars for one.
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    failure: '$context.integrationErrorMessage',
  }),
)
