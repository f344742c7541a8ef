import { CfnCondition, CfnParameter, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'

import { acknowledge } from './acknowledge'
import { functionRoles } from './function-roles'
import { NodeFunction } from './node-function'

/**
 * Where mail to addresses of ours comes in: SES writes each mail into a bucket as it came and calls the function, which keeps
 * it with what else has come. Nothing of it is there where no domain is named. The bucket forgets after 30 days.
 */
export class MailDoor extends Construct {
  readonly taker: NodeFunction

  constructor(
    scope: Construct,
    id: string,
    { environment }: { readonly environment: Readonly<Record<string, string>> },
  ) {
    super(scope, id)
    const bucket = this.#bucket()
    this.taker = new NodeFunction(this, 'Taker', {
      ...functionRoles.takeMail,
      description: 'Norma: takes mail to addresses of ours',
      failuresGo: 'Lambda tries a mail twice more; it stays in the bucket for 30 days, and an alarm counts failures.',
      environment: { ...environment, NORMA_MAIL_IN: bucket.bucketName },
    })
    this.taker.mayDo(['s3:GetObject'], [bucket.arnForObjects('*')])
    acknowledge(
      this.taker,
      `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(bucket.node.defaultChild as never)}.Arn>/*]`,
      'SES names the objects: the star stands for objects of that one bucket.',
    )
    this.#rule(bucket)
  }

  #bucket(): Bucket {
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(30) }],
    })
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    acknowledge(
      bucket,
      'AwsSolutions-S1',
      'SES alone writes and one function alone reads; what came is counted by Norma.',
    )
    return bucket
  }

  #rule(bucket: Bucket): void {
    const domain = new CfnParameter(this, 'Domain', {
      description:
        'Domain whose mail SES hands to Norma, such as in.example.com, its MX at SES; empty: no mail comes so',
      default: '',
    })
    domain.overrideLogicalId('MailInDomain')
    const isNamed = new CfnCondition(this, 'IsNamed', {
      expression: Fn.conditionNot(Fn.conditionEquals(domain.valueAsString, '')),
    })
    const mayCall = new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.taker.handler.functionName,
      principal: 'ses.amazonaws.com',
      sourceAccount: Stack.of(this).account,
    })
    const set = new CfnReceiptRuleSet(this, 'Rules')
    set.cfnOptions.condition = isNamed
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: set.ref,
      rule: {
        enabled: true,
        recipients: [domain.valueAsString],
        // It writes what it found of spam and of the sender into the head of each mail.
        scanEnabled: true,
        tlsPolicy: 'Optional',
        actions: [
          { s3Action: { bucketName: bucket.bucketName } },
          { lambdaAction: { functionArn: this.taker.handler.functionArn, invocationType: 'Event' } },
        ],
      },
    })
    rule.cfnOptions.condition = isNamed
    rule.node.addDependency(mayCall)
    if (bucket.policy !== undefined) rule.node.addDependency(bucket.policy)
  }
}
