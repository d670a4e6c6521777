// verify.mjs KEYS CREDENTIAL: verifies a credential by the published key set and prints what it says.
import { readFileSync } from 'node:fs';
import { createLocalJWKSet, jwtVerify } from 'jose';

const keys = createLocalJWKSet(JSON.parse(readFileSync(process.argv[2], 'utf8')));
const { payload } = await jwtVerify(readFileSync(process.argv[3], 'utf8'), keys, { typ: 'JWT' });
console.log(JSON.stringify(payload));
