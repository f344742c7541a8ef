import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type CfnGlobalTable,
} from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'

import { tableDefinition, wordsDefinition } from '#store/table'

import { acknowledge } from './acknowledge'
import type { NodeFunction } from './node-function'

/** The one table. It outlives the stack: everything the company knows is in it. */
export class DataTable extends Construct {
  readonly table: TableV2
  /** The words of the search: made of the one table, and gone with the stack. */
  readonly words: TableV2

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(tableDefinition.partitionKey),
      sortKey: text(tableDefinition.sortKey),
      globalSecondaryIndexes: tableDefinition.indexes.map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...index.projects],
      })),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      dynamoStream: streamViews[tableDefinition.stream],
      timeToLiveAttribute: tableDefinition.timeToLive,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: tableDefinition.pointInTimeRecovery },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    // Pinned: another logical id would make CloudFormation create an empty second table.
    const resource = this.table.node.defaultChild as CfnGlobalTable
    resource.overrideLogicalId('Table')
    this.words = new TableV2(this, 'Words', {
      partitionKey: text(wordsDefinition.partitionKey),
      sortKey: text(wordsDefinition.sortKey),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: wordsDefinition.pointInTimeRecovery },
      removalPolicy: RemovalPolicy.DESTROY,
    })
    acknowledge(
      this.words,
      'AwsSolutions-DDB3',
      'Nothing in it is worth a backup: all words are made of the one table.',
    )
  }

  /** Allows a function exactly these actions on the words of the search. */
  grantWords(to: NodeFunction, actions: readonly string[]): void {
    to.mayDo(actions, [this.words.tableArn])
  }

  /** Allows a function exactly these actions on items, and `Query` on the indexes only where they are named. */
  grant(to: NodeFunction, actions: readonly string[], indexes: readonly string[] = []): void {
    to.mayDo(actions, [this.table.tableArn])
    if (indexes.length > 0) {
      to.mayDo(
        ['dynamodb:Query'],
        indexes.map((name) => `${this.table.tableArn}/index/${name}`),
      )
    }
  }
}

const streamViews = { NEW_IMAGE: StreamViewType.NEW_IMAGE } as const

const text = (name: string) => ({ name, type: AttributeType.STRING })
