/** Where what was sent lies until somebody keeps it: the bucket forgets it after a day. */
export const incomingPrefix = 'incoming/'

/** By which name a bucket answers. */
export function bucketHost(bucket: string, region: string): string {
  return `${bucket}.s3.${region}.amazonaws.com`
}
