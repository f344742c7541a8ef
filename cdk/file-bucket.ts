import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

import { incomingPrefix } from '#store/files/bucket'

import { acknowledge } from './acknowledge'
import type { NodeFunction } from './node-function'

const filesId = 'Files'

/**
 * Where files are kept: private, encrypted, read and written by addresses that are signed for one object and one minute or
 * quarter of an hour. What was taken away or written over stays for 30 days.
 */
export class FileBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          // The pages may stand behind any name of the company; the signature in the address is what permits.
          allowedOrigins: ['*'],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 3000,
        },
      ],
      lifecycleRules: [
        { prefix: incomingPrefix, expiration: Duration.days(1) },
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    })
    const resource = this.bucket.node.defaultChild as CfnBucket
    resource.overrideLogicalId(filesId)
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Who was given the address of a file is in the events of Norma itself; a second bucket would say less of it.',
    )
  }

  /** Lets a function read, write and take away files, and tells it where they are. */
  grant(to: NodeFunction): void {
    to.mayDo(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [this.bucket.arnForObjects('*')])
    // Without it S3 answers “forbidden” for an object that is not there, and nobody could tell the two apart.
    to.mayDo(['s3:ListBucket'], [this.bucket.bucketArn])
    acknowledge(
      to,
      `AwsSolutions-IAM5[Resource::<${filesId}.Arn>/*]`,
      'Keys of files are made when files come: the star stands for objects of that one bucket.',
    )
  }
}
