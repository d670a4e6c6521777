// status.mjs KEYS CREDENTIAL LIST: verifies both by the published key set, then asks the list whether the
// credential still counts; prints "false" when it does, "true" when it was revoked.
import { readFileSync } from 'node:fs';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';

const [keyFile, credentialFile, listFile] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const keys = createLocalJWKSet(JSON.parse(keyFile));
const { payload: credential } = await jwtVerify(credentialFile, keys, { typ: 'JWT' });
// times of tests are not of today
const currentDate = new Date(JSON.parse(Buffer.from(listFile.split('.')[1], 'base64url')).validFrom);
const { payload: list } = await jwtVerify(listFile, keys, { typ: 'vc+jwt', currentDate });
const answer = await checkStatus({
  credential,
  documentLoader: async (address) => {
    if (address !== list.id) {
      throw new Error(`${address} is not the list ${list.id}`);
    }
    return { document: list };
  },
  verifyBitstringStatusListCredential: false, // jose did
});
if (!answer.verified) {
  throw answer.error ?? new Error('not verified');
}
console.log(answer.results[0].status);
